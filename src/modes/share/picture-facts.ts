import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { instantText } from '#format/period.ts'
import { sourceLine } from '#modes/shell/dock.tsx'

/** What a picture says of itself, line by line: it is seen without the page around it. */
export interface PictureFacts {
  readonly title: string
  /** Region, period, release. */
  readonly about: string
  /** Where its figures come from, and which of them are not published ones. */
  readonly source: string
}

/** The region that is shown: the one chosen, or the root. */
export const regionName = ({ regions, region }: SceneAnswer): string => regions.find(({ code }) => code === region)?.name ?? region

/** `第 1 版，2022-10-26 发布` */
export const releaseText = ({ release, publishedAt }: SceneAnswer, timeZone: string): string =>
  `第 ${release} 版，${instantText(publishedAt, timeZone).slice(0, 10)} 发布`

/** Each origin by how it is drawn. */
function originWords({ observations }: SceneAnswer): string {
  const origins = new Set(observations.map(({ origin }) => origin))
  const words = [origins.has('published') && '实心为已发布', origins.has('reported') && '实心为已报送', origins.has('demo') && '斜纹、虚线、空心为演示']
  return words.filter((word) => word !== false).join('，')
}

export function pictureFacts({ info }: PackAnswer, answer: SceneAnswer): PictureFacts {
  const { dataPeriod, scene } = answer
  const period = dataPeriod === null ? '数据未公布' : `数据截至 ${dataPeriod}`
  return {
    title: `${info.title} ${scene.title}`,
    about: [regionName(answer), period, releaseText(answer, info.timeZone)].join('　'),
    source: [sourceLine(answer), originWords(answer)].filter((part) => part !== '').join('　')
  }
}
