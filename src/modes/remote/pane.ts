import type { PackAnswer } from '#contract/endpoints.ts'
import type { Names } from './remote-names.ts'
import type { Remote } from './use-remote.ts'

/** What every part of the control page works with. */
export interface PaneProps {
  readonly pack: PackAnswer
  readonly remote: Remote
  readonly names: Names
}
