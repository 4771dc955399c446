import { describe, expect, it } from 'vitest'
import { model, options, summary, table, type PlatesModel } from '#charts/plates.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { eleven, three } from '#mocks/fixtures/counties.ts'
import { extreme } from '#mocks/fixtures/extreme.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { partial } from '#mocks/fixtures/partial.ts'
import { published } from '#mocks/fixtures/published.ts'
import { reported } from '#mocks/fixtures/reported.ts'
import { changed, dataOf, must } from '#tests/support/panel-data.ts'
import { sceneOf } from '#tests/support/scene-of.ts'

const platesIn = (snapshot: Snapshot): PlatesModel | null => model(dataOf(sceneOf(snapshot, 'shitang'), 'plates', options))
const platesOf = (snapshot: Snapshot): PlatesModel => must(platesIn(snapshot))
const read = ({ plates }: PlatesModel): string[] =>
  plates.map(({ region, inner, rim, bare }) => [region.name, inner.rings, rim.rings, inner.look, bare ? 'bare' : ''].join(' ').trim())

describe('the plates', () => {
  it('hold one ring a canteen and one a meal point, and all of the published totals', () => {
    const plates = platesOf(normal())
    expect(read(plates)).toEqual(['柯城区 44 52 demo', '衢江区 58 50 demo', '常山县 38 36 demo', '开化县 42 45 demo', '龙游县 52 49 demo', '江山市 56 55 demo'])
    const all = (side: 'inner' | 'rim'): number => plates.plates.reduce((sum, plate) => sum + must(plate[side].rings), 0)
    expect([all('inner'), all('rim')]).toEqual([290, 287])
    expect([plates.demo, plates.noValues]).toEqual(['分县为演示，空心', null])
  })

  it('are hollow where demo, solid where reported, and neither where there is no number', () => {
    expect(read(platesOf(partial()))).toEqual([
      '柯城区 44 52 demo',
      '衢江区 58 50 demo',
      '常山县   solid bare',
      '开化县   solid bare',
      '龙游县 52 49 demo',
      '江山市 56 55 solid'
    ])
    expect(platesOf(partial()).plates.map(({ inner }) => inner.text)).toEqual(['44', '58', '不予公布', '未报', '52', '56'])
    expect(platesOf(partial()).demo).toBe('空心为演示，实心已报送')
    expect(platesOf(reported())).toMatchObject({ demo: null })
    expect(new Set(platesOf(reported()).plates.flatMap(({ inner, rim }) => [inner.look, rim.look]))).toEqual(new Set(['solid']))
  })

  it('are one solid plate of the totals where no split is published', () => {
    const whole = platesOf(published())
    expect(read(whole)).toEqual(['衢州市 290 287 solid'])
    expect(whole.areas).toHaveLength(6)
    expect([whole.noValues, whole.demo]).toEqual(['分县数据未公布，一盘为全市', null])
    expect(summary(whole)).toBe('分县数据未公布，一盘为全市；衢州市共享食堂290个、助餐点287个')
    const nothing = platesOf(changed(published(), (o) => (o.indicator.startsWith('st.') ? { ...o, obsValue: null, obsStatus: 'O' } : o)))
    expect(nothing.plates).toEqual([])
  })

  it('are empty at 0, which is not missing', () => {
    const zero = platesOf(changed(normal(), (o) => (o.refArea === '330802' && o.indicator === 'st.canteens' ? { ...o, obsValue: '0' } : o)))
    expect(must(zero.plates[0])).toMatchObject({ bare: false, inner: { rings: 0, text: '0' } })
  })

  it('take the rings of all where one cannot be counted out', () => {
    expect(platesOf(extreme()).plates.every(({ inner, rim }) => inner.rings === null && rim.rings === null)).toBe(true)
    const half = platesOf(changed(normal(), (o) => (o.refArea === '330802' && o.indicator === 'st.points' ? { ...o, obsValue: '12.5' } : o)))
    expect(new Set(half.plates.map(({ rim }) => rim.rings))).toEqual(new Set([null]))
    expect(half.plates.map(({ inner }) => inner.rings)).toEqual([44, 58, 38, 42, 52, 56])
  })

  it('are as many as there are counties, and none without their boundaries', () => {
    expect([platesOf(three()).plates.length, platesOf(eleven()).plates.length]).toEqual([3, 11])
    const data = dataOf(sceneOf(normal(), 'shitang'), 'plates', options)
    expect(must(model({ ...data, boundaries: undefined })).plates).toEqual([])
  })

  it('are a sentence and a table of both counts', () => {
    expect(summary(platesOf(normal()))).toBe('分县共享食堂：衢江区最多，58个；常山县最少，38个；分县助餐点：江山市最多，55个；常山县最少，36个')
    const { columns, rows } = table(platesOf(partial()))
    expect(columns).toEqual(['地区', '共享食堂', '助餐点', '期间', '状态'])
    expect(rows[2]).toEqual(['常山县', '不予公布', '不予公布', '截至2022年10月', '演示'])
    expect(rows[5]).toEqual(['江山市', '56个', '55个', '截至2022年10月', '已报送'])
  })

  it('are none where one of the counts is not in the pack', () => {
    const data = dataOf(sceneOf(normal(), 'shitang'), 'plates', options)
    expect(model({ ...data, options: { ...data.options, rim: { indicator: 'gone' } } })).toBeNull()
  })
})
