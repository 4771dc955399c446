import { describe, expect, it } from 'vitest'
import { observationsOf } from '#charts/panel-data.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { panelAge, untitledAge } from '#panel-kit/panel-age.ts'
import { answerOf, must } from '#tests/support/panel-data.ts'

const NOW = Date.parse('2022-11-02T02:00:00Z')
const ZONE = 'Asia/Shanghai'

describe('the age of a panel', () => {
  const first = answerOf(normal())
  const releases = [
    { release: 1, publishedAt: '2022-10-26T01:28:00Z' },
    { release: 2, publishedAt: '2022-11-02T01:30:00Z' }
  ]
  /** Release 2 brought the loans, which a titled panel shows. */
  const answer = { ...first, release: 2, releases, observations: first.observations.map((o) => ({ ...o, release: o.indicator === 'xxt.loanAmount' ? 2 : 1 })) }
  const ageOf = (id: string): string | null => {
    const panel = must(answer.scene.panels.find((candidate) => candidate.id === id))
    return panelAge(observationsOf({ panel, answer }), answer, NOW, ZONE)
  }

  it('is that of its newest figure, whatever came for others', () => {
    expect([ageOf('loans'), ageOf('results')]).toEqual(['今天 09:30 更新', '10-26 更新'])
  })

  it('is that of the oldest where panels without a title share one', () => {
    expect(untitledAge(answer, NOW, ZONE)).toBe('10-26 更新')
  })

  it('is not told where it is not known', () => {
    expect(panelAge([], answer, NOW, ZONE)).toBeNull()
    expect(untitledAge({ ...answer, releases: undefined }, NOW, ZONE)).toBeNull()
  })
})
