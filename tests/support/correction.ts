/** A publication that corrects a figure which stands on the first scene: nothing else of the page changes. */
export const correction = (value: number): object => ({
  note: '更正',
  source: 'qz-2022-10',
  observations: [
    {
      indicator: 'xxt.projects',
      refArea: '330800',
      scope: '全市',
      timePeriod: '../2022-10',
      freq: '_Z',
      obsValue: String(value),
      bound: 'exact',
      scale: 1,
      obsStatus: 'A',
      origin: 'published',
      source: 'qz-2022-10'
    }
  ]
})
