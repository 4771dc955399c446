import { describe, expect, it } from 'vitest'
import type { Lettering, Measure } from '#charts/picture.ts'
import { cut, line, paragraph, wrap, wrapEvenly } from './text.ts'

/** A Chinese character is an em wide, any other half of one. */
const measure: Measure = (text, { size }) => Array.from(text).reduce((sum, character) => sum + (character > '\u2E7F' ? size : size / 2), 0)
const small: Lettering = { font: 'sans', size: 10, weight: 400 }
const style = { ...small, fill: '#000000' }

describe('wrap', () => {
  it.each([
    ['breaks where there is no more room', '一二三四五', 30, ['一二三', '四五']],
    ['keeps words and numbers whole', '共共 12345 个', 40, ['共共', '12345 个']],
    ['lets no mark begin a line', '一二三，四', 30, ['一二', '三，四']],
    ['lets no bracket end one', '一二（三）', 30, ['一二', '（三）']],
    ['keeps a number and what it counts together', '事项44个', 30, ['事项', '44个']],
    ['keeps the line breaks of the text', '一\n二', 90, ['一', '二']],
    ['gives a line to what is too wide by itself', '一1234567890二', 20, ['一', '1234567890二']],
    ['is one line for no text', '', 20, ['']]
  ])('%s', (_, text, width, lines) => {
    expect(wrap(text, small, width, measure)).toEqual(lines)
  })

  it('evens out the lines of a title', () => {
    expect(wrap('一二三四五', small, 40, measure)).toEqual(['一二三四', '五'])
    expect(wrapEvenly('一二三四五', small, 40, measure)).toEqual(['一二三', '四五'])
    expect(wrapEvenly('一二', small, 40, measure)).toEqual(['一二'])
  })
})

describe('cut', () => {
  it('leaves what fits, and ends the rest with an ellipsis', () => {
    expect(cut('一二三', small, 30, measure)).toBe('一二三')
    expect(cut('一二三四', small, 30, measure)).toBe('一二…')
    expect(cut('一', small, 1, measure)).toBe('一…')
  })
})

describe('what is set', () => {
  it('takes the room of its lines', () => {
    const laid = paragraph('一二三四五', style, 30, measure)
    expect([laid.width, laid.height, laid.shapes.length]).toEqual([30, 28, 2])
    expect(paragraph('', style, 30, measure)).toEqual({ shapes: [], width: 0, height: 0 })
    expect(line('一二', style, measure)).toMatchObject({ width: 20, height: 14 })
  })

  it('aligns within its width', () => {
    const xOf = (align: 'middle' | 'end') => paragraph('一', { ...style, align }, 50, measure).shapes[0]
    expect([xOf('middle'), xOf('end')]).toMatchObject([{ x: 25 }, { x: 50 }])
  })

  it('has no more lines than it may', () => {
    const texts = paragraph('一二三四五六七八', style, 30, measure, 2).shapes.map((shape) => (shape.kind === 'text' ? shape.text : ''))
    expect(texts).toEqual(['一二三', '四五…'])
  })
})
