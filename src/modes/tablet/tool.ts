import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import type { SetView, View } from '#view/codec.ts'

/** What a tool of the toolbar works with. It is shown while it is open. */
export interface ToolProps {
  readonly pack: PackAnswer
  /** What the scene shows; absent while it is on its way. */
  readonly answer: SceneAnswer | undefined
  readonly view: View
  readonly setView: SetView
  readonly onClose: () => void
}
