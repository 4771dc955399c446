import type { FeatureCollection, PackInfo } from '#contract/pack.ts'
import type { SceneAnswer } from '#contract/endpoints.ts'
import type { Box, Panel } from '#contract/scene.ts'
import { boundariesAnswer, sceneAnswer, type Snapshot } from '#contract/snapshot.ts'
import { fixtures } from '#mocks/fixtures/fixtures.ts'
import { FRAME } from '#tokens/sizes.ts'

/** One panel of one scene over one fixture: what the gallery shows in each theme and what its snapshots are of. */
export interface Exhibit {
  readonly scene: string
  readonly panel: Panel
  readonly fixture: string
  readonly answer: SceneAnswer
  readonly boundaries: FeatureCollection
  readonly info: PackInfo
  /** In px, at 16 px a rem. */
  readonly width: number
  readonly height: number
}

const span = (total: number, size: number | undefined, near = 0, far = 0): number => (size ?? total - near - far) * FRAME.columnPx

/** The box that the panel has on the wall or, where it has none there, on the ultra-wide wall. */
function sizeOf({ area }: Panel): Pick<Exhibit, 'width' | 'height'> {
  const box: Box = area.wall ?? area.ultrawide ?? { width: 30, height: 24 }
  const frame = area.wall === undefined ? FRAME.ultrawideWidth : FRAME.wallWidth
  return { width: span(frame, box.width, box.left, box.right), height: span(FRAME.height, box.height, box.top, box.bottom) }
}

function exhibitsOf(fixture: string, snapshot: Snapshot): Exhibit[] {
  const { info, scenes } = snapshot.document
  const boundaries = boundariesAnswer(snapshot, { code: info.root, context: '1' })
  return scenes.flatMap(({ id, panels }) => {
    const answer = sceneAnswer(snapshot, { id })
    return panels.map((panel) => ({ scene: id, panel, fixture, answer, boundaries, info, ...sizeOf(panel) }))
  })
}

/** Packs x scenes x panels x fixtures, all found; each kind by its id. */
export function exhibitsByKind(): ReadonlyMap<string, readonly Exhibit[]> {
  const kinds = new Map<string, Exhibit[]>()
  for (const [name, fixture] of Object.entries(fixtures))
    for (const exhibit of exhibitsOf(name, fixture())) kinds.set(exhibit.panel.kind, [...(kinds.get(exhibit.panel.kind) ?? []), exhibit])
  return kinds
}
