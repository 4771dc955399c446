import type { ReactNode } from 'react'
import { commonPeriod } from '#charts/panel-data.ts'
import type { Observation } from '#contract/observation.ts'
import { DemoTag, PlainTag, PublishedTag } from '#ui/tags.tsx'
import type { PanelState } from './panel-state.ts'

const STATE_WORD: Partial<Record<PanelState['kind'], string>> = { stale: '过期', offline: '离线', empty: '无数据' }

/** Status and period of what the panel shows, in every state; the state's own word gives way where both kinds need the room, its note says it. A panel of both kinds carries both tags, in words. */
export function PanelTags({ observations, state }: { readonly observations: readonly Observation[]; readonly state: PanelState }): ReactNode {
  const word = STATE_WORD[state.kind]
  const demo = observations.some((o) => o.origin === 'demo')
  const known = observations.filter((o) => o.origin !== 'demo')
  const period = commonPeriod(known)
  const reported = known.length > 0 && known.every((o) => o.origin === 'reported')
  const status = reported ? '已报送' : '已发布'
  // A published total above a demo line is the usual mixture; any other is named as a part of each.
  const totals = known.every((o) => o.freq === '_Z') && observations.every((o) => o.origin !== 'demo' || o.freq !== '_Z')
  return (
    <span className="panel-tags">
      {word !== undefined && !(demo && known.length > 0) && <PlainTag>{word}</PlainTag>}
      {known.length > 0 && state.kind !== 'empty' && <PublishedTag>{demo ? `${totals ? '总数' : '部分'}${status}` : `${status} ${period ?? ''}`}</PublishedTag>}
      {demo && <DemoTag>{known.length === 0 ? '演示' : totals ? '走势演示' : '部分演示'}</DemoTag>}
    </span>
  )
}
