import { describe, expect, it } from 'vitest'
import { check, indicator, indicators, info } from '#tests/support/town-pack.ts'

const monthly = indicator('monthly', { freq: 'M', calendar: { freq: 'M', dueDay: 10 } })
const state = indicator('state', { aggregation: 'none', valueList: 'stage' })
const wallCheck = (wall: object): string[] =>
  check([], { indicators: [...indicators, monthly, state], info: { ...info, wall: { play: [{ scene: 'one' }], ...wall } } })

const interrupt = (rule: object, more: object = {}) => ({ interrupts: [{ id: 'late', scene: 'one', rule, ...more }] })
const threshold = (more: object) => interrupt({ kind: 'threshold', indicator: 'rate', area: 'root', below: '98.5', ...more })

describe('a sound wall', () => {
  it('has no findings, and neither has a pack without one', () => {
    expect(check()).toEqual([])
    expect(
      wallCheck({
        theme: 'hong',
        seconds: 15,
        play: [{ scene: 'one', seconds: 30, counties: true, metric: 'rate' }],
        schedule: [{ days: [1, 7], from: '22:00', to: '06:30', play: [{ scene: 'one' }] }],
        pins: [{ scene: 'one', region: '100001', from: '2022-10-26T09:00', until: '2022-10-26T18:00' }],
        interrupts: [
          { id: 'a', scene: 'one', region: '100002', seconds: 30, everyMinutes: 5, rule: { kind: 'missing', indicator: 'served', freq: 'M' } },
          { id: 'b', scene: 'one', rule: { kind: 'overdue', indicator: 'monthly' } },
          { id: 'c', scene: 'one', rule: { kind: 'threshold', indicator: 'rate', area: '100001', above: '99', below: '98.5' } }
        ],
        night: [{ from: '22:00', to: '06:30', dim: 0.5 }],
        waits: { request: 5, reconnectFirst: 0.5 }
      })
    ).toEqual([])
  })
})

describe('references and rules', () => {
  it.each<[string, object, string]>([
    ['scene of a stop', { play: [{ scene: 'gone' }] }, 'info.wall.play[0].scene 没有这个场景 gone'],
    ['metric of a stop', { play: [{ scene: 'one', metric: 'gone' }] }, 'info.wall.play[0].metric 没有这个指标 gone'],
    ['scene of a slot', { schedule: [{ from: '08:00', to: '09:00', play: [{ scene: 'gone' }] }] }, 'info.wall.schedule[0].play[0].scene 没有这个场景 gone'],
    ['hours of a slot', { schedule: [{ from: '08:00', to: '08:00', play: [{ scene: 'one' }] }] }, 'info.wall.schedule[0].to 起止时刻相同，均为 08:00'],
    ['hours of a night', { night: [{ from: '22:00', to: '22:00', dim: 0.5 }] }, 'info.wall.night[0].to 起止时刻相同，均为 22:00'],
    ['scene of a pin', { pins: [{ scene: 'gone', until: '2022-10-26T18:00' }] }, 'info.wall.pins[0].scene 没有这个场景 gone'],
    ['region of a pin', { pins: [{ scene: 'one', region: '999999', until: '2022-10-26T18:00' }] }, 'info.wall.pins[0].region 没有这个地区 999999'],
    [
      'pin upside down',
      { pins: [{ scene: 'one', from: '2022-10-26T18:00', until: '2022-10-26T18:00' }] },
      'info.wall.pins[0].until 须晚于开始时刻 2022-10-26T18:00'
    ],
    ['scene of an interrupt', interrupt({ kind: 'missing', indicator: 'served' }, { scene: 'gone' }), 'info.wall.interrupts[late].scene 没有这个场景 gone'],
    [
      'region of an interrupt',
      interrupt({ kind: 'missing', indicator: 'served' }, { region: '999999' }),
      'info.wall.interrupts[late].region 没有这个地区 999999'
    ],
    ['indicator of a rule', interrupt({ kind: 'missing', indicator: 'gone' }), 'info.wall.interrupts[late].rule.indicator 没有这个指标 gone'],
    [
      'overdue without a calendar',
      interrupt({ kind: 'overdue', indicator: 'served' }),
      'info.wall.interrupts[late].rule.indicator 指标 served 没有报送日历，无从逾期'
    ],
    ['area of a threshold', threshold({ area: '999999' }), 'info.wall.interrupts[late].rule.area 没有这个地区 999999'],
    ['threshold without a limit', threshold({ below: undefined }), 'info.wall.interrupts[late].rule 须写明 above 或 below'],
    ['threshold of codes', threshold({ indicator: 'state' }), 'info.wall.interrupts[late].rule.indicator 指标 state 的值为代码，不能比较大小'],
    [
      'interrupt twice',
      { interrupts: [1, 2].map(() => ({ id: 'a', scene: 'one', rule: { kind: 'missing', indicator: 'served' } })) },
      'info.wall.interrupts[a] 插播编号重复'
    ]
  ])('%s', (_name, wall, finding) => {
    expect(wallCheck(wall)).toEqual([finding])
  })
})

describe('the schema', () => {
  it.each<[string, object]>([
    ['nothing to play', { play: [] }],
    ['a stop too short', { play: [{ scene: 'one', seconds: 4 }] }],
    ['a stop too long', { play: [{ scene: 'one', seconds: 3601 }] }],
    ['half a second', { play: [{ scene: 'one', seconds: 5.5 }] }],
    ['day 0', { night: [{ days: [0], from: '22:00', to: '06:30', dim: 0.5 }] }],
    ['no days', { night: [{ days: [], from: '22:00', to: '06:30', dim: 0.5 }] }],
    ['24:00', { night: [{ from: '22:00', to: '24:00', dim: 0.5 }] }],
    ['a black night', { night: [{ from: '22:00', to: '06:30', dim: 0.9 }] }],
    ['a day that does not exist', { pins: [{ scene: 'one', until: '2023-02-29T10:00' }] }],
    ['a pin without a time', { pins: [{ scene: 'one', until: '2023-02-28' }] }],
    ['a limit that is no decimal', threshold({ below: '98,5' })],
    ['a rule of an unknown kind', interrupt({ kind: 'gone', indicator: 'served' })],
    ['silence shorter than a heartbeat', { waits: { silence: 10 } }],
    ['a theme that is none', { theme: 'dark' }],
    ['a field that is none', { speed: 2 }]
  ])('has no room for %s', (_name, wall) => {
    expect(() => wallCheck(wall)).toThrow()
  })
})
