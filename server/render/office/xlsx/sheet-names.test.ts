import { describe, expect, it } from 'vitest'
import { sheetNames } from './sheet-names.ts'

const LONG = '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四'

describe('names of sheets', () => {
  it.each([
    ['服务与满意度', '服务与满意度'],
    ['收入/支出：[甲]*?\\', '收入 支出： 甲'],
    ["'引号'", '引号'],
    ['', '面板'],
    ['///', '面板'],
    ['a\u0000b\nc', 'a b c'],
    ['History', 'History（2）'],
    [LONG, LONG.slice(0, 31)],
    [`${'一'.repeat(30)}𠮷`, '一'.repeat(30)],
    [`${'a'.repeat(30)}'b`, 'a'.repeat(30)]
  ])('%j is %j', (title, name) => expect(sheetNames([{ title }])).toEqual([name]))

  it('are told apart, also where they differ by case or by what was cut off', () => {
    const names = sheetNames(['投资', '投资', '投资', 'Abc', 'aBC', LONG, `${LONG}五`, '投资（2）'].map((title) => ({ title })))
    expect(names).toEqual(['投资', '投资（2）', '投资（3）', 'Abc', 'aBC（2）', LONG.slice(0, 31), `${LONG.slice(0, 28)}（2）`, '投资（2）（2）'])
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    expect(names.every((name) => name.length <= 31)).toBe(true)
  })

  it('tell the scene where several have one title, and where that has room', () => {
    const long = '一二三四五六七八九十一二三四五六七八九十一二三四五六七'
    const sheets = [
      { title: '服务闭环', scene: '总览' },
      { title: '服务闭环', scene: '乡贤通' },
      { title: '服务闭环', scene: '乡贤通' },
      { title: '主要指标', scene: '总览' },
      { title: long, scene: '总览' },
      { title: long, scene: '乡贤通' }
    ]
    expect(sheetNames(sheets)).toEqual(['服务闭环（总览）', '服务闭环（乡贤通）', '服务闭环（乡贤通）（2）', '主要指标', `${long}（总览）`, long])
  })
})
