/** How exported files stand, no longer than the words for a connection. */
export const staticWords = (release: number | undefined): string => (release === undefined ? '静态' : `静态 第 ${release} 版`)
