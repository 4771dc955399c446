import type { Snapshot } from '#contract/snapshot.ts'
import { Panel } from '#contract/scene.ts'

/** The snapshot with one scene of one panel, `p`, that asks for what a test hands to its model. */
export function withPanel(snapshot: Snapshot, needs: readonly object[], theme = 'one'): Snapshot {
  const panel = Panel.parse({ id: 'p', kind: 'p', title: 'p', needs, area: {} })
  return { ...snapshot, document: { ...snapshot.document, scenes: [{ id: theme, title: 'p', panels: [panel] }] } }
}
