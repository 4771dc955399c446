import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { panelAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { must } from '#tests/support/panel-data.ts'
import { carry, type Carried } from './carried.ts'
import { phraseCell } from './panel-table.ts'
import { citation, sheetOf, statedLine, type Sheet } from './sheet.ts'

const snapshot = normal()
const { info } = snapshot.document

const sheet = (scene: string, panel: string, from: Snapshot = snapshot, view: { metric?: string; period?: string; region?: string } = {}): Sheet => {
  const answer = panelAnswer(from, { scene, panel, region: view.region })
  return sheetOf({ panel: must(answer.scene.panels[0]), answer, info, ...view })
}

const textOf = (line: Sheet['statement']): string | null =>
  line === null ? null : line.map((piece) => ('text' in piece ? piece.text : phraseCell(piece.figure))).join('')

const without = (drop: (o: Snapshot['observations'][number]) => boolean): Snapshot => ({
  ...snapshot,
  observations: snapshot.observations.filter((o) => !drop(o))
})

describe('a sheet', () => {
  it('says unit, period, source and status of totals over a demo split', () => {
    const { title, statement, subtitle, tags, source, edition, definitions } = sheet('xiangxiantong', 'projects')
    expect(title).toBe('服务回归项目')
    expect(textOf(statement)).toBe('服务回归项目958个，总投资526多亿元')
    expect(subtitle).toBe('截至2022年10月')
    expect(tags).toEqual({ known: '总数已发布', period: '2022-10', demo: '分县演示' })
    expect(source).toBe('来源：衢州统一战线专版 2022-10；斜纹、虚线、空心为演示数据，不作考核依据')
    expect(edition).toBe('第 1 版，2022-10-26 09:28 发布')
    expect(definitions).toContain('服务回归项目：平台服务的回归项目；与“双招双引”近三年518个不是同一口径，不得相加')
  })

  it('says that what it states is published, where all that it draws is a demonstration', () => {
    expect(sheet('zonglan', 'services').tags).toEqual({ known: '总数已发布', period: '2022-10', demo: '走势演示' })
    expect(sheet('huigui', 'counties').tags).toEqual({ known: '总数已发布', period: '2022', demo: '分县演示' })
    expect(sheet('zonglan', 'ranking').tags).toEqual({ known: null, period: null, demo: '演示' })
  })

  it('says of demo figures alone that they are no statistics', () => {
    expect(sheet('zonglan', 'ranking').source).toBe('来源：演示数据，由脚本生成，不是统计数据，不作考核依据')
  })

  it('names a map by the metric that it shows, and counts no other', () => {
    const shown = sheet('zonglan', 'map', snapshot, { metric: 'xxt.projects' })
    expect(new Set(shown.figures.map(({ observation }) => observation.indicator))).toEqual(new Set(['xxt.projects']))
    expect(shown.subtitle).toMatch(/，个，/)
    expect(shown.statement).toBeNull()
    expect(textOf(sheet('zonglan', 'map').statement)).toBe('覆盖新乡贤3万余名')
  })

  it('says that others name their own period, where one is that of most', () => {
    expect(sheet('zonglan', 'zhibo').subtitle).toBe('除注明外，截至2022年9月')
  })

  it('covers a series from its first to its last', () => {
    expect(sheet('liangshai', 'league').subtitle).toBe('逐月名次，上高下低，2021年11月至2022年10月')
  })

  it('says of a kind that shows one month which', () => {
    expect(sheet('liangshai', 'items').subtitle).toBe('单位：分，2022年10月')
  })

  it('keeps the period of what it states apart from that of the picture', () => {
    expect(sheet('zonglan', 'services').subtitle).toBe('件 / 月，截至2022年10月；图为2021年11月至2022年10月')
    expect(sheet('yinling', 'monthly').subtitle).toBe('场 / 月，近年来 截至2022年10月；图为2022年1月至2022年10月')
  })

  it('says whose a statement is, where that is wider than what is looked at', () => {
    const { statement, place } = sheet('zonglan', 'services', snapshot, { region: '330881' })
    expect(textOf(statement)).toBe('全市：办理服务事项2.2万余件，满意度99.5%')
    expect(place).toBe('江山市')
    expect(sheet('zonglan', 'map', snapshot, { region: '330881' }).place).toBe('')
  })

  it('has a period to be cited by, also where none is that of most', () => {
    expect(sheet('huigui', 'definitions').period).not.toBe('')
    for (const scene of snapshot.document.scenes)
      for (const { id } of scene.panels) {
        const { figures, period } = sheet(scene.id, id)
        expect(period === '', `${scene.id}/${id}`).toBe(figures.length === 0)
      }
  })

  it('states nothing that is not published', () => {
    const demo: Snapshot = {
      ...snapshot,
      observations: snapshot.observations.map((o) => (o.indicator === 'xxt.investment' && o.breakdown === undefined ? { ...o, origin: 'reported' } : o))
    }
    expect(sheet('xiangxiantong', 'projects', demo).statement).toBeNull()
    expect(
      sheet(
        'xiangxiantong',
        'projects',
        without(({ indicator }) => indicator === 'xxt.investment')
      ).statement
    ).toBeNull()
  })

  it('is cited with title, publisher, period, release and address', () => {
    expect(citation(sheet('xiangxiantong', 'projects'), 'https://screen.example/?scene=xiangxiantong&release=1')).toBe(
      '《服务回归项目》，同心共富·乡贤通，截至2022年10月，第 1 版，2022-10-26 09:28 发布，https://screen.example/?scene=xiangxiantong&release=1'
    )
  })

  it('is made of every panel of the pack, and each figure of it is complete', () => {
    for (const scene of snapshot.document.scenes)
      for (const { id } of scene.panels)
        for (const figure of sheet(scene.id, id).figures)
          for (const word of [figure.name, figure.area, figure.scope, figure.text, figure.unit, figure.period, figure.status, figure.source, figure.definition])
            expect(word, `${scene.id}/${id} ${figure.name}`).not.toBe('')
  })

  it('cannot be made by hand', () => {
    // @ts-expect-error a sheet comes from sheetOf alone
    const made: Sheet = { title: '', statement: null }
    const { observation, indicator } = must(sheet('xiangxiantong', 'projects').figures[0])
    // @ts-expect-error a figure leaves with its words, by carry alone
    const figure: Carried = { observation, indicator, text: '958' }
    expect([made.title, figure.text]).toEqual(['', '958'])
  })
})

describe('a stated line', () => {
  it('reads its figures from the answer', () => {
    const answer = sceneAnswer(snapshot, { id: 'huigui' })
    expect(textOf(statedLine(answer, answer.scene.brief?.headline))).toBe('近三年促成回归项目518个，涉及投资超1200亿元')
  })

  it('is none without a template', () => {
    expect(statedLine(sceneAnswer(snapshot, { id: 'huigui' }), undefined)).toBeNull()
  })
})

describe('a carried figure', () => {
  it('keeps the words of the phrase, and the status of what is expected', () => {
    const { figures } = sheet('minzu', 'stories')
    const expected = must(figures.find(({ observation }) => observation.obsStatus === 'F'))
    expect([expected.text, expected.status, expected.scope]).toEqual(['将突破100万元', '已发布 预计', '浦山村'])
  })

  it('says why it has no value', () => {
    const answer = panelAnswer(snapshot, { scene: 'xiangxiantong', panel: 'projects' })
    const [first] = answer.observations
    expect(carry({ ...must(first), obsValue: null, obsStatus: 'Q' }, answer).text).toBe('不予公布')
  })

  it('does not leave without its indicator', () => {
    const answer = panelAnswer(snapshot, { scene: 'xiangxiantong', panel: 'projects' })
    expect(() => carry(must(answer.observations[0]), { ...answer, indicators: [] })).toThrow('no indicator')
  })
})
