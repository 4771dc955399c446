import { describe, expect, it } from 'vitest'
import { formatBrief, missingText, parseBrief, scenesOf } from './brief-address.ts'

const read = (address: string) => {
  const { pathname, search } = new URL(address, 'http://screen.example')
  return parseBrief(pathname, search)
}

describe('the address of a briefing', () => {
  it.each([
    ['/brief', [], 'a4', {}],
    ['/brief/', [], 'a4', {}],
    ['/brief/huigui?size=16x9', ['huigui'], '16x9', {}],
    ['/brief?scenes=minzu,zonglan,minzu', ['minzu', 'zonglan'], 'a4', {}],
    ['/brief?scenes=Zonglan,,%20,huigui&size=a5', ['huigui'], 'a4', {}],
    ['/brief/zonglan?region=330881&period=2022-10&release=3&theme=ink', ['zonglan'], 'a4', { region: '330881', period: '2022-10', release: 3, theme: 'ink' }],
    ['/brief/zonglan?region=x&release=0&theme=blue', ['zonglan'], 'a4', {}]
  ] as const)('%s', (address, scenes, size, view) => {
    expect(read(address)).toEqual({ scenes, size, view })
  })

  it.each(['/brief', '/brief/huigui', '/brief?scenes=minzu,zonglan&size=16x9', '/brief/zonglan?size=16x9&region=330881&release=3'])(
    '%s is written as it is read',
    (address) => {
      expect(formatBrief(read(address))).toBe(address)
    }
  )

  it('names scenes in its own order; without any that there is, all of the pack', () => {
    const known = ['zonglan', 'huigui', 'minzu']
    expect(scenesOf(known, ['minzu', 'nowhere', 'zonglan'])).toEqual(['minzu', 'zonglan'])
    expect(scenesOf(known, ['nowhere'])).toEqual(known)
    expect(scenesOf(known, [])).toEqual(known)
  })
})

describe('scenes that are not there', () => {
  const known = ['zonglan', 'huigui']
  it('are named, and what is shown in their place', () => {
    expect(missingText(known, ['nope'])).toBe('没有场景 nope，以下是全部场景')
    expect(missingText(known, ['nope', 'huigui', 'none'])).toBe('没有场景 nope、none，以下是其余场景')
  })

  it('are no matter where all are there, or none was asked for', () => {
    expect([missingText(known, ['huigui']), missingText(known, [])]).toEqual([null, null])
  })
})
