import type { ObservationInput } from '#contract/observation.ts'
import type { Panel } from '#contract/scene.ts'
import type { Snapshot } from '#contract/snapshot.ts'
import { madeUpPack, told } from '#tests/support/made-up-pack.ts'

export const ROOT = '100000'

/** A figure of the made-up root; `code` is its code of the dimension `kind`. */
export const toldOfRoot = (more: Partial<ObservationInput>, code?: string): ObservationInput =>
  told(0, { refArea: ROOT, scope: '全市', ...(code === undefined ? {} : { breakdown: { kind: code } }), ...more })

/** A made-up pack whose one panel, `map`, has other needs, with a code list `kind` of these codes (甲, 乙, 丙 ...). */
export function splitPack(observations: readonly ObservationInput[], needs: Panel['needs'], codes: readonly string[] = [], counties = 3): Snapshot {
  const made = madeUpPack(counties, observations)
  const list = { dimension: 'kind', codes: codes.map((code, index) => ({ code, name: ['甲', '乙', '丙', '丁'][index] ?? `第${index + 1}项` })) }
  return {
    ...made,
    document: {
      ...made.document,
      info: { ...made.document.info, codeLists: codes.length === 0 ? [] : [list] },
      scenes: made.document.scenes.map((scene) => ({ ...scene, panels: scene.panels.map((panel) => (panel.id === 'map' ? { ...panel, needs } : panel)) }))
    }
  }
}
