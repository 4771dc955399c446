import { describe, expect, it } from 'vitest'
import type { Observation } from '#contract/observation.ts'
import { hidden } from '#mocks/fixtures/hidden.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { THEMES } from '#tokens/themes.ts'
import { changed } from '#tests/support/panel-data.ts'
import { blocksOf, shapesIn, textsIn } from '#tests/support/picture-shapes.ts'

const JIANGSHAN = '330881'
const demo = (o: Observation): Observation => ({ ...o, origin: 'demo' })

const textsOf = (scene: string, panel: string, region?: string): readonly string[] =>
  textsIn(blocksOf(normal(), scene, panel, region === undefined ? {} : { region }))

/** Of circles that are drawn as an outline: what is not published. */
const hollow = (scene: string, panel: string, snapshot = normal()): number =>
  shapesIn(blocksOf(snapshot, scene, panel)).filter((shape) => shape.kind === 'circle' && shape.fill === undefined && shape.stroke === THEMES.paper.data).length

describe('words in pictures', () => {
  it.each([
    ['zonglan', 'zhibo', ['开展直播', '近4.5万次', '3.85亿人', '6.98亿元', '近1亿人', '2022-10']],
    ['qinqing', 'headline', ['诉求从收集、梳理、办理到答复，一期一期看得见', '梳理办理意见诉求', '市本级', '2022-10', '167个', '99.3%']],
    ['minzu', 'title', ['民族乡村共富', '每一个民族村，都站在同一条线之上', '民族村人均可支配收入', '2021年', '26465元']],
    [
      'huigui',
      'definitions',
      ['双招双引·近三年', '518个', '超1200亿元', '≠', '乡贤通平台服务', '958个', '526多亿元', '商会招商、企业家招商、新乡贤招商等合计']
    ],
    ['zonglan', 'results', ['双招双引', '超1200亿元', '518个', '·近三年·独立口径', '70%以上', '村(社)', '167个', '诉求', '超100场']],
    ['zhibo', 'chain', ['会员主播全网粉丝', '截至2022年10月', '近1亿人', '按场次计，可重复', '近4.5万次', '6.98亿元', '范围：南孔直播群英·同心荟协会成员']],
    ['shitang', 'funds', ['上千万元', '原文只给到量级，不作图、不排名']],
    ['zonglan', 'milestones', ['2022-06-22', '提级为省级应用', '乡贤宝推出']],
    ['qinqing', 'programmes', ['名称已发布', '亲清茶叙', '清廉新衢商']],
    ['lianyi', 'programmes', ['两子文化润侨工程', '烂柯棋院与布拉格爱华中文学校合作']]
  ])('has those of %s/%s', (scene, panel, words) => {
    const texts = textsOf(scene, panel)
    expect(words.filter((word) => !texts.includes(word))).toEqual([])
  })

  it('breaks long words on a narrow picture, and loses none', () => {
    const texts = textsIn(blocksOf(normal(), 'huigui', 'definitions', { width: 328 })).join('')
    expect(texts).toContain('平台服务的回归项目；与“双招双引”近三年518个不是同一口径，不得相加')
  })

  it('does not say the title of the frame again, but a title of its own', () => {
    expect(textsOf('huigui', 'headline')).toEqual(['商会、企业家、新乡贤，汇成一路'])
    expect(textsOf('shitang', 'headline')).toEqual(['乡村共享食堂', '一圈一家，盘沿为助餐点'])
    expect(textsOf('zhibo', 'title')).toEqual(['直播共富·同心荟'])
  })

  it('names a wider area than the region that is looked at, once', () => {
    expect(textsOf('zonglan', 'zhibo')).not.toContain('南孔直播群英·同心荟协会成员')
    expect(textsOf('zonglan', 'huigui-in', JIANGSHAN).filter((word) => word === '全市')).toHaveLength(3)
    // The frame says it of all.
    expect(textsOf('zonglan', 'loans-in', JIANGSHAN)).not.toContain('全市')
    expect(textsOf('zonglan', 'results', JIANGSHAN)).toEqual(expect.arrayContaining(['全市', '市本级', '全市49个民族村']))
    // 全市 is the note that stands there anyhow.
    expect(textsOf('yinling', 'figures-wide', JIANGSHAN).filter((word) => word === '全市')).toHaveLength(1)
  })

  it.each([
    ['zonglan', 'zhibo', 4],
    ['qinqing', 'headline', 3],
    ['huigui', 'definitions', 4],
    ['zonglan', 'results', 6],
    ['zhibo', 'chain', 5],
    ['shitang', 'funds', 1]
  ])('says of each figure of %s/%s that it is demo', (scene, panel, count) => {
    const words = (snapshot = normal()): number => textsIn(blocksOf(snapshot, scene, panel)).filter((word) => word === '演示').length
    expect([words(), words(changed(normal(), demo))]).toEqual([0, count])
  })

  it('has hollow dots for demo', () => {
    expect(hollow('qinqing', 'headline')).toBe(0)
    expect(hollow('qinqing', 'headline', changed(normal(), demo))).toBe(3)
  })

  it('says a forecast, what was reported, and why a value is not there', () => {
    const told = (more: Partial<Observation>) =>
      textsIn(
        blocksOf(
          changed(normal(), (o) => (o.indicator === 'zb.sales' ? { ...o, ...more } : o)),
          'zonglan',
          'zhibo'
        )
      )
    expect(told({ obsStatus: 'F' })).toContain('预计')
    expect(told({ origin: 'reported' })).toContain('已报送')
    expect(told({ obsValue: null, obsStatus: 'Q' })).toContain('不予公布')
  })

  it('draws half-moons that rise and set in turn', () => {
    const moons = shapesIn(blocksOf(normal(), 'qinqing', 'programmes')).flatMap((shape) => (shape.kind === 'path' ? [/0 0 ([01])/.exec(shape.d)?.[1]] : []))
    expect(moons).toEqual(['1', '0', '1', '0', '1'])
  })

  it('lifts the milestone that matters most', () => {
    const accents = shapesIn(blocksOf(normal(), 'zonglan', 'milestones')).filter((shape) => 'fill' in shape && shape.fill === THEMES.paper.accent)
    expect(accents.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['circle', 'text']))
  })
})

describe('the head and the rules of the league', () => {
  it('has the formula, the weights and the words for demo', () => {
    const texts = textsOf('liangshai', 'head')
    expect(texts).toEqual(
      expect.arrayContaining(['综合得分＝各项得分×权重之和，满分100', '办理服务', '30%', '亲清平台', '10%', '名次、得分、权重与规则均为演示'])
    )
    expect(texts.filter((word) => word === '＋')).toHaveLength(4)
    expect(textsOf('liangshai', 'rules')).toEqual(expect.arrayContaining(['并列怎么排', '缺一项按其余权重折算并标※', '什么时候隐藏名次']))
  })

  it('says that ranks are hidden, with the method still there', () => {
    const texts = (panel: string) => textsIn(blocksOf(hidden(), 'liangshai', panel))
    expect(texts('head')).toEqual(expect.arrayContaining(['名次已隐藏', '本屏不排名次，只与自己的上月相比', '得分、权重与规则均为演示', '30%']))
    expect(texts('rules')).toEqual(expect.arrayContaining(['名次已隐藏', '由后台设定，接口里也没有得分和名次']))
  })

  it('claims no method where there is no score', () => {
    const none = changed(normal(), () => null)
    expect(textsIn(blocksOf(none, 'liangshai', 'head'))).toEqual(['同心促共富、争先比晾晒', '本期没有已发布或报送的得分'])
    expect(textsIn(blocksOf(none, 'liangshai', 'rules'))).toEqual(['本期没有得分'])
  })
})
