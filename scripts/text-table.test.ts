import { expect, it } from 'vitest'
import { columnsOf, textTable } from './text-table.ts'

it('counts a Chinese character as two columns', () => expect([columnsOf('abc'), columnsOf('通过'), columnsOf('a，')]).toEqual([3, 4, 3]))

it('lines up mixed text and leaves the last column alone', () => {
  expect(
    textTable(
      ['编号', '结果', '说明'],
      [
        ['http.tag', '通过', ''],
        ['a', '未通过', '很长的一句']
      ]
    )
  ).toBe(['编号      结果    说明', '--------  ------  ----', 'http.tag  通过', 'a         未通过  很长的一句'].join('\n'))
})
