/** How exported files stand: nobody will tell of a newer release, until somebody puts other files there. */
export const staticWords = (release: number | undefined): string => (release === undefined ? '静态' : `静态 数据停在第 ${release} 版`)
