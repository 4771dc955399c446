const ofRelease = (release: number | undefined): string => (release === undefined ? '' : `第 ${release} 版`)

/** How exported files stand, no longer than the words for a connection. */
export const staticWords = (release: number | undefined): string => `静态 ${ofRelease(release)}`.trim()

/** The same as a sentence: nobody will tell of a newer release, until somebody puts other files there. */
export const staticSentence = (release: number | undefined): string => `静态文件，没有服务器：数据停在${ofRelease(release) || '导出的一版'}`
