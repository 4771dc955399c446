import { expect, it } from 'vitest'
import { matchWord } from './match.ts'
import { speak } from './speak.ts'
import { fold, spell, wordsOf } from './spelling.ts'

const matches = (name: string, word: string): boolean => matchWord(spell(name, speak), word) !== undefined

it.each([
  ['ＸＸｔ', 'xxt'],
  ['３．０', '3.0']
])('%s folds to %s', (from, to) => expect(fold(from)).toBe(to))

it.each([
  ['半月谈  满意', ['半月谈', '满意']],
  ['双招双引·回归', ['双招双引', '回归']],
  ["XI'AN", ['xian']],
  [' 　', []]
])('%s is the words %s', (query, words) => expect(wordsOf(query)).toEqual(words))

// Characters with several readings: the one that fits the word, and any other that it has.
it.each([
  ['衢州', 'quzhou'],
  ['音乐会', 'yinyue'],
  ['欢乐', 'huanle'],
  ['银行', 'yinhang'],
  ['行走', 'xingzou'],
  ['会长', 'huizhang'],
  ['长江', 'changjiang'],
  ['重点', 'zhongdian'],
  ['重塑', 'chongsu'],
  ['妇女', 'funv'],
  ['妇女', 'funu'],
  ['绿色', 'lvse'],
  ['直播', 'zhib'],
  ['直播', 'zb'],
  ['直播', 'zhb'],
  ['县(市、区)', 'xsq'],
  ['乡贤通3.0', 'xxt3']
])('%s is found by %s', (name, word) => expect(matches(name, word)).toBe(true))

it.each([
  ['直播', 'bz'],
  ['直播', 'zib'],
  ['长江', 'changh'],
  ['乡贤通', 'xtx'],
  ['乡贤通', 'xxtt']
])('%s is not found by %s', (name, word) => expect(matches(name, word)).toBe(false))

it('prefers the reading that fits the word', () => {
  const cost = (name: string, word: string): number => matchWord(spell(name, speak), word)?.cost ?? Infinity
  expect(cost('会长', 'huizhang')).toBeLessThan(cost('会长', 'huichang'))
})

it('has as many readings as characters, and none for what is no Chinese character', () => {
  const text = '“之江”A1𠮷、(女)'
  expect(speak(text)).toHaveLength(Array.from(text).length)
  expect(speak(text)[0]).toEqual([])
  expect(speak(text)[4]).toEqual([])
})
