import { describe, expect, it } from 'vitest'
import { model, options, summary, table } from '#charts/programme-list.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { dataOf } from '#tests/support/panel-data.ts'
import { withPanel } from '#tests/support/with-panel.ts'

const listOf = (more: object = {}, theme = 'qinqing') => model(dataOf(withPanel(normal(), [], theme), 'p', options, { options: more }))

describe('the programmes of a theme', () => {
  it('are the names of the pack, in its order', () => {
    expect(listOf()?.names).toEqual(['亲清半月谈', '亲清茶叙', '亲清健康加油站', '钱江源亲清半月谈', '青蓝接力赛', '清廉新衢商'])
  })

  it('can be some of them, or all without some', () => {
    expect(listOf({ only: ['青蓝接力赛', '亲清茶叙'] })?.names).toEqual(['亲清茶叙', '青蓝接力赛'])
    expect(listOf({ without: ['亲清半月谈'] })?.names).toHaveLength(5)
  })

  it('are no list at all where there is none', () => {
    expect(listOf({}, 'zonglan')).toBeNull()
    expect(listOf({ only: ['没有的名称'] })).toBeNull()
  })

  it('can be read', () => {
    const list = listOf({ only: ['青蓝接力赛', '亲清茶叙'], tag: '名称已发布' })
    expect(list && summary(list)).toBe('共2项：亲清茶叙、青蓝接力赛')
    expect(list && table(list)).toEqual({
      columns: ['名称', '状态'],
      rows: [
        ['亲清茶叙', '名称已发布'],
        ['青蓝接力赛', '名称已发布']
      ]
    })
  })
})
