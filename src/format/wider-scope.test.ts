import { expect, it } from 'vitest'
import { widerScope } from '#format/wider-scope.ts'
import { deepPack } from '#tests/support/deep-pack.ts'

const { regions } = deepPack().document
const at = (region: string, root = '330800') => ({ regions, region, root, ...(root === '330800' ? {} : { top: '330800' }) })

const whole = (refArea: string) => ({ refArea, scope: regions.find(({ code }) => code === refArea)?.wholeScope ?? '' })

it.each([
  ['nothing while the whole is looked at', at('330800'), '330800', null],
  ['the whole while a part is', at('330824'), '330800', '全市'],
  ['nothing of the part itself', at('330824'), '330824', null],
  ['nothing of another part', at('330824'), '330881', null],
  ['nothing of what is above the root: its figures say so themselves', at('330824'), '330000', null],
  ['the whole, a level down', at('330881', '330881'), '330800', '全市'],
  ['the one by its name where two have one word', at('330892', '330881'), '330800', '衢州市'],
  ['the other by its name', at('330892', '330881'), '330881', '江山市']
])('says %s', (_, answer, refArea, word) => {
  expect(widerScope(answer, whole(refArea))).toBe(word)
})

it.each([
  ['what a part of the wider area is called', at('330824'), '330800', '市本级', '市本级'],
  ['it a level down, where two areas have one word', at('330892', '330881'), '330881', '城区', '城区'],
  ['nothing of a part of the region itself', at('330824'), '330824', '某村', null]
])('says %s', (_, answer, refArea, scope, word) => {
  expect(widerScope(answer, { refArea, scope })).toBe(word)
})
