/** What no file system takes, and what would have to be quoted. */
const UNFIT = /[\\/:*?"<>|\s\p{Cc}]+/gu

/** `同心共富·乡贤通-总览-衢州市-第1版.png` */
export const fileName = (title: string, scene: string, region: string, release: number): string =>
  `${[title, scene, region, `第${release}版`].map((part) => part.replaceAll(UNFIT, '')).join('-')}.png`
