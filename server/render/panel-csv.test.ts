import { describe, expect, it } from 'vitest'
import { PICTURE_KINDS } from '#charts/picture-kinds.ts'
import { sheetOf } from '#charts/sheet.ts'
import { packAnswer, panelAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { harmless, panelCsv } from './panel-csv.ts'

function csvOf(scene: string, panel: string): string {
  const answer = panelAnswer(normal(), { scene, panel })
  const [only] = answer.scene.panels
  if (only === undefined) throw new Error('the test has no panel')
  const { info } = packAnswer(normal())
  const made = PICTURE_KINDS.get(only.kind)?.({ panel: only, answer, map: info.map })
  return panelCsv(sheetOf({ panel: only, answer, info }), made?.table)
}

/** Fields of RFC 4180. */
const fieldsOf = (row: string): string[] => [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) => field).slice(0, 13)

describe('cells', () => {
  it.each([
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+0.8分', "'+0.8分"],
    ['-2+3', "'-2+3"],
    ['@cmd', "'@cmd"],
    ['＝SUM(A1)', "'＝SUM(A1)"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠cmd', "'＠cmd"],
    [' =1', "' =1"],
    ['\u3000＝1', "'\u3000＝1"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['-2.5', '-2.5'],
    ['-0', '-0'],
    ['2.5', '2.5'],
    ['文字=1', '文字=1'],
    ['', '']
  ])('%j reads %j', (text, cell) => {
    expect(harmless(text)).toBe(cell)
  })
})

describe('the file', () => {
  const rows = csvOf('xiangxiantong', 'projects').split('\r\n')

  it('begins with a byte order mark and the head, and ends each row alike', () => {
    expect(rows[0]).toBe('\uFEFF指标,地区,范围,分项,期间,限定词,数值,单位,显示,状态,来源,版次,口径')
    expect(rows.at(-1)).toBe('')
    expect(rows.slice(0, -1).map((row) => fieldsOf(row).length)).toEqual(rows.slice(0, -1).map(() => 13))
  })

  it('has numbers as they are, with the unit they are in, and the phrase as it reads', () => {
    expect(rows.find((row) => row.startsWith('回归项目总投资额,衢州市'))).toContain(',多,52600000000,元,526多亿元,已发布,')
  })

  it('says no definition twice', () => {
    const row = fieldsOf(rows.find((line) => line.startsWith('服务新乡贤回归项目,衢州市')) ?? '')
    expect(row[12]?.match(/平台服务的回归项目/g)).toHaveLength(1)
  })

  it('says behind the figures what it is', () => {
    const about = rows.filter((row) => /^(标题|说明|状态|来源|版次|发布),/.test(row)).map((row) => fieldsOf(row).slice(0, 2).join('：'))
    expect(about).toEqual([
      '标题：服务回归项目958个，总投资526多亿元',
      '说明：服务回归项目，截至2022年10月',
      '状态：总数已发布，分县演示',
      '来源：衢州统一战线专版 2022-10；斜纹、虚线、空心为演示数据，不作考核依据',
      '版次：第 1 版，2022-10-26 09:28 发布',
      '发布：同心共富·乡贤通'
    ])
  })

  it('ends with what the panel shows of the figures: scores and ranks are reckoned', () => {
    const [, shown = ''] = csvOf('zonglan', 'ranking').split('图中所示')
    expect(shown).toContain('92.4')
    expect(shown).toContain('江山市')
  })
})
