import { describe, expect, it } from 'vitest'
import { withoutHoles } from '#contract/months.ts'

describe('periods without a hole', () => {
  it('have every month between the first and the last, each once', () => {
    expect(withoutHoles(['2022-02', '2021-11', '2022-02'])).toEqual(['2021-11', '2021-12', '2022-01', '2022-02'])
    expect(withoutHoles(['2022-02'])).toEqual(['2022-02'])
    expect(withoutHoles([])).toEqual([])
  })

  it('are only put in order where they are no months', () => {
    expect(withoutHoles(['2022', '2020', '2020'])).toEqual(['2020', '2022'])
  })
})
