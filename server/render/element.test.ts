import { describe, expect, it } from 'vitest'
import { colour, withOpacities } from './colour.ts'
import { element, escapeText, writeElement } from './element.ts'
import { letteringOf } from './chart.ts'
import { shadowLayers, shadowOf } from './soft-shadow.ts'

describe('what is written', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [']]>', ']]&gt;'],
    [`"'&`, '&quot;&#39;&amp;'],
    ['a\u0000b\u0008c\uFFFEd\uD800e', 'abcde'],
    ['𠀀\t\n', '𠀀\t\n']
  ])('keeps %j text', (text, written) => {
    expect(escapeText(text)).toBe(written)
    expect(writeElement(element('text', { title: text }, [text]))).toBe(`<text title="${written}">${written}</text>`)
  })

  it('rounds lengths to a hundredth and opacities finer', () => {
    expect(writeElement(element('rect', { x: 1.23456, 'fill-opacity': 0.01675, rx: undefined }))).toBe('<rect x="1.23" fill-opacity="0.0168"/>')
  })

  it.each([['a b'], ['x onload'], ['"']])('refuses %j as a name', (name) => {
    expect(() => writeElement(element(name))).toThrow('no name')
    expect(() => writeElement(element('g', { [name]: 1 }))).toThrow('no name')
  })
})

describe('colours', () => {
  it('have their opacity beside them', () => {
    expect([colour('#a1b2c3'), colour('#a1b2c3ff'), colour('#a1b2c380')]).toEqual([
      { fill: '#a1b2c3' },
      { fill: '#a1b2c3' },
      { fill: '#a1b2c3', opacity: 0.502 }
    ])
    expect(withOpacities({ fill: '#00000080', 'fill-opacity': 0.5, stroke: '#ffffff' })).toEqual({ fill: '#000000', 'fill-opacity': 0.251, stroke: '#ffffff' })
  })

  it.each([['red'], ['url(#x)'], ['#12345'], ['"/><script>']])('are never %j', (text) => {
    expect(() => colour(text)).toThrow('no colour')
  })
})

describe('letters of a chart', () => {
  it.each([
    ['font-size:18px;font-family:"Barlow Condensed","Noto Sans SC",sans-serif;font-weight:600;', { font: 'num', size: 18, weight: 600 }],
    ['font: 500 13.5px "Barlow Semi Condensed","Noto Sans SC",sans-serif', { font: 'inline', size: 13.5, weight: 500 }],
    ['normal normal 700 20px "Noto Serif SC",serif', { font: 'serif', size: 20, weight: 700 }],
    ['12px sans-serif', { font: 'sans', size: 12, weight: 400 }]
  ])('are read from %s', (font, lettering) => {
    expect(letteringOf(font)).toEqual(lettering)
  })
})

describe('a soft shadow', () => {
  const filter = { children: [{ tag: 'feDropShadow', attrs: { dx: 2, dy: 3, stdDeviation: '4 4', 'flood-color': '#00000080' } }] }

  it('becomes layers that are together as dark', () => {
    const shadow = shadowOf(filter)
    expect(shadow).toEqual({ dx: 2, dy: 3, deviation: 4, colour: '#000000', opacity: 0.502 })
    if (shadow === undefined) return
    const { attrs, children } = shadowLayers(element('path', { d: 'M0 0', fill: '#ffffff', stroke: undefined, filter: 'x' }), shadow)
    const opacities = children.map((layer) => (typeof layer === 'string' ? 0 : Number(layer.attrs['fill-opacity'])))
    expect(attrs['transform']).toBe('translate(2 3)')
    expect(1 - opacities.reduce((rest, opacity) => rest * (1 - opacity), 1)).toBeCloseTo(0.502)
  })

  it('is none where the filter does something else', () => {
    expect(shadowOf({ children: [{ tag: 'feGaussianBlur', attrs: {} }] })).toBeUndefined()
  })
})
