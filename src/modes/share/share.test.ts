import { describe, expect, it } from 'vitest'
import { packAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { published } from '#mocks/fixtures/published.ts'
import { answerOf } from '#tests/support/panel-data.ts'
import { parseView } from '#view/codec.ts'
import { fileName } from './file-name.ts'
import { pictureFacts } from './picture-facts.ts'
import { shareLink } from './share-link.ts'
import { coveredBy, usedFaces } from './used-fonts.ts'

describe('the link of a view', () => {
  const view = { region: '330881', metric: 'xxt.services', theme: 'paper' } as const
  it.each([
    ['http://127.0.0.1:8080/', undefined, 'http://127.0.0.1:8080/?scene=zonglan&region=330881&metric=xxt.services&theme=paper'],
    ['https://screen.example', 3, 'https://screen.example/?scene=zonglan&region=330881&metric=xxt.services&release=3&theme=paper'],
    ['https://screen.example/big/', undefined, 'https://screen.example/big/?scene=zonglan&region=330881&metric=xxt.services&theme=paper']
  ])('under %s at release %s is %s', (base, release, link) => expect(shareLink({ view, scene: 'zonglan', release, base })).toBe(link))

  it('is read back as the view', () => {
    const link = shareLink({ view, scene: 'qinqing', release: 12, base: 'http://screen/' })
    expect(parseView(new URL(link).search)).toEqual({ ...view, scene: 'qinqing', release: 12 })
  })

  it('leaves the release that is looked at, once it is not to be kept', () =>
    expect(shareLink({ view: { release: 2 }, scene: 'zonglan', release: undefined, base: 'http://screen/' })).toBe('http://screen/?scene=zonglan'))
})

describe('a picture', () => {
  it('is named after what it shows, and by any file system', () => {
    expect(fileName('同心共富·乡贤通', '总览', '衢州市', 1)).toBe('同心共富·乡贤通-总览-衢州市-第1版.png')
    expect(fileName('a/b: c', 'd\\e?', '"f"|<g>*', 12)).toBe('abc-de-fg-第12版.png')
  })

  it('says region, period, release, source and which marks are demo ones', () => {
    const snapshot = normal()
    expect(pictureFacts(packAnswer(snapshot), answerOf(snapshot))).toEqual({
      title: '同心共富·乡贤通 总览',
      about: expect.stringMatching(/^衢州市　数据截至 2022-10　第 1 版，\d{4}-\d\d-\d\d 发布$/),
      source: '来源 衢州统一战线专版 2022-10　实心为已发布，斜纹、虚线、空心为演示'
    })
    expect(pictureFacts(packAnswer(snapshot), answerOf(snapshot, '330881')).about).toContain('江山市　')
  })

  it('says nothing of demo figures where there are none', () => {
    const snapshot = published()
    expect(pictureFacts(packAnswer(snapshot), answerOf(snapshot)).source).toBe('来源 衢州统一战线专版 2022-10　实心为已发布')
  })
})

describe('the faces of a picture', () => {
  const face = (family: string, weight: number, range: string) => ({ family, weight, range })
  const faces = [face('Sans', 400, 'U+20-7e'), face('Sans', 400, 'U+4e00, U+4e03-4e05'), face('Sans', 600, 'U+4e00'), face('Serif', 700, '')]
  const texts = (...all: [string, number, string][]) => new Map(all.map(([family, weight, text]) => [family, new Map([[weight, text]])]))

  it.each([
    ['U+20-7e', ' a', 'a'],
    ['U+4e00, U+4e03-4e05', 'a七', '七'],
    ['U+4??', 'ѐ', 'ѐ'],
    ['', '谈', '谈'],
    ['U+20-7e', '谈 ', undefined]
  ])('of %s one draws of "%s": %s', (range, text, sample) => expect(coveredBy(range, text)).toBe(sample))

  it('are those that a text needs, by family, weight and characters', () => {
    expect(usedFaces(faces, texts(['Sans', 400, '一a']))).toEqual([
      { ...faces[0], sample: 'a' },
      { ...faces[1], sample: '一' }
    ])
    expect(usedFaces(faces, texts(['Sans', 600, '七']))).toEqual([])
    expect(usedFaces(faces, texts(['Serif', 400, '七']))).toEqual([{ ...faces[3], sample: '七' }])
  })
})
