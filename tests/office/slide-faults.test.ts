import { describe, expect, it } from 'vitest'
import { normal } from '#mocks/fixtures/normal.ts'
import { readXml } from '#server/render/office/pptx/validate/xml-read.ts'
import { deckOf, opened, readSlides, scenesOf } from './decks.ts'
import { faultsOf } from './slide-faults.ts'

/** A slide that is whole, as text to be spoiled. */
function wholeSlide(): string {
  const view = normal()
  const read = opened(deckOf(view, scenesOf(view, ['zonglan'])))
  const found = readSlides(read).find(({ title }) => title.startsWith('共富成效'))
  return new TextDecoder().decode(read.bytes.get(found?.path ?? ''))
}

const emu = (px: number): string => String(Math.round(px * 9525))

describe('what is wrong on a slide is found', () => {
  const whole = wholeSlide()
  const spoiled = (from: RegExp, to: string): string[] => {
    const text = whole.replace(from, to)
    expect(text).not.toBe(whole)
    return faultsOf(readXml(text))
  }

  it('and nothing where nothing is', () => {
    expect(faultsOf(readXml(whole))).toEqual([])
  })

  it('a table whose rows grow over the foot', () => {
    const faults = spoiled(/<a:tr h="\d+"/g, `<a:tr h="${emu(90)}"`)
    expect(faults.some((fault) => fault.startsWith('out of its room: 共富成效'))).toBe(true)
    expect(faults.some((fault) => fault.startsWith('on each other: 共富成效') && fault.includes('来源与版次'))).toBe(true)
  })

  it('a table whose cells say more than their rows have room for', () => {
    const faults = spoiled(/<a:t>双招双引<\/a:t>/, `<a:t>${'双招双引'.repeat(60)}</a:t>`)
    expect(faults.some((fault) => fault.startsWith('out of its room: 共富成效'))).toBe(true)
  })

  it('a title that runs into what stands beside it', () => {
    const faults = spoiled(/<a:t>共富成效<\/a:t>/, `<a:t>${'共富成效'.repeat(30)}</a:t>`)
    expect(faults.some((fault) => fault.startsWith('taller than its box: 标题'))).toBe(true)
  })

  it('a title that is read after what stands under it', () => {
    const title = /<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="标题".*?<\/p:sp>/s.exec(whole)?.[0] ?? 'no title'
    const moved = whole.replace(title, '').replace('</p:spTree>', `${title}</p:spTree>`)
    expect(faultsOf(readXml(moved)).some((fault) => fault.startsWith('read too late: 标题'))).toBe(true)
  })
})
