import { describe, expect, it } from 'vitest'
import { sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { titleOfPanel } from './panel-title.ts'

const answer = sceneAnswer(normal(), { id: 'zonglan' })

describe('the title of a panel', () => {
  it.each([
    ['map', undefined, '乡贤库覆盖'],
    ['map', 'xxt.services', '办理服务事项'],
    ['kpi', undefined, '主要指标'],
    ['ranking', undefined, '争先晾晒·综合榜'],
    ['nothing', undefined, undefined]
  ])('%s of %s is %s', (panel, metric, title) => expect(titleOfPanel(answer, panel, metric)).toBe(title))
})
