import { describe, expect, it } from 'vitest'
import { parseOrder } from './arguments.ts'

describe('the command', () => {
  it.each([
    [['device', '大厅一号屏'], { what: 'device', name: '大厅一号屏', days: 1825 }],
    [['device', '大厅 一号屏', '--days', '30'], { what: 'device', name: '大厅 一号屏', days: 30 }],
    [['devices'], { what: 'devices' }],
    [['revoke', '大厅一号屏'], { what: 'revoke', name: '大厅一号屏' }],
    [['ticket', '--scene', 'huigui'], { what: 'ticket', claims: { scene: 'huigui' }, minutes: 15 }],
    [
      [
        'ticket',
        '--panel',
        'huigui/river',
        '--region',
        '330881',
        '--release',
        '3',
        '--theme',
        'paper',
        '--minutes',
        '5',
        '--period',
        '2022-10',
        '--metric',
        'xxt.members'
      ],
      { what: 'ticket', claims: { panel: 'huigui/river', region: '330881', release: 3, theme: 'paper', period: '2022-10', metric: 'xxt.members' }, minutes: 5 }
    ]
  ])('understands %j', (args, order) => {
    expect(parseOrder(args)).toEqual(order)
  })

  it.each([
    [[]],
    [['devise', 'x']],
    [['device']],
    [['device', '']],
    [['device', ' x']],
    [['device', 'a', 'b']],
    [['device', 'x', '--days', '0']],
    [['device', 'x', '--days', '4000']],
    [['device', 'x', '--panel', 'a/b']],
    [['devices', 'x']],
    [['revoke']],
    [['ticket']],
    [['ticket', '--panel', 'a/b', '--scene', 'a']],
    [['ticket', '--panel', 'a']],
    [['ticket', '--panel', '../b']],
    [['ticket', '--scene', 'A']],
    [['ticket', '--scene', 'a', '--region', '33']],
    [['ticket', '--scene', 'a', '--release', '0']],
    [['ticket', '--scene', 'a', '--theme', 'blue']],
    [['ticket', '--scene', 'a', '--period', 'today']],
    [['ticket', '--scene', 'a', '--minutes', '16']],
    [['ticket', '--scene', 'a', '--minutes', '0']],
    [['ticket', '--scene', 'a', '--token', 'x']]
  ])('refuses %j in words', (args) => {
    expect(() => parseOrder(args)).toThrow(/[\u4e00-\u9fff]/)
  })
})
