import { describe, expect, it } from 'vitest'
import { mapArguments } from './map-arguments.ts'

describe('arguments of npm run map', () => {
  it('take the npm package or a file with its review number', () => {
    expect(mapArguments(['--from-npm'])).toEqual({ pack: 'quzhou', fromNpm: true })
    const given = ['a.geojson', '--review-no', 'GS(2024)0650号', '--source', '天地图', '--pack', 'lishui']
    expect(mapArguments(given)).toEqual({
      pack: 'lishui',
      fromNpm: false,
      file: 'a.geojson',
      reviewNo: 'GS(2024)0650号',
      source: '天地图',
      terms: undefined
    })
  })

  it.each(['GS（2024）0650号', 'GS京(2022)1061号', '浙S(2023)12号'])('accept the review number %s', (reviewNo) => {
    expect(mapArguments(['a.geojson', '--review-no', reviewNo])).toMatchObject({ reviewNo })
  })

  it.each([
    [['a.geojson'], 'a.geojson：缺少 --review-no'],
    [['a.geojson', '--review-no', ' '], 'a.geojson：缺少 --review-no'],
    [['a.geojson', '--review-no', 'TODO'], '--review-no “TODO”：不是审图号'],
    [[], '需要且只需要一个边界文件'],
    [['a', 'b', '--review-no', 'GS(2024)0650号'], '需要且只需要一个边界文件'],
    [['a.geojson', '--from-npm'], '不能同时给出'],
    [['--from-npm', '--pack', '../x'], '不是有效的包名'],
    [['a', '--review-no', 'GS(2024)0650号', '--source', ''], '--source “”：为空或过长'],
    [['a', '--review-no', 'GS(2024)0650号', '--terms', '长'.repeat(201)], '为空或过长'],
    [['--frm-npm'], '参数无法识别：--frm-npm']
  ])('refuse %j', (argv, sentence) => {
    expect(() => mapArguments(argv)).toThrow(sentence)
  })
})
