import type { ReactNode } from 'react'
import { observationsOf } from '#charts/panel-data.ts'
import type { Panel } from '#contract/scene.ts'
import { ScopeMark } from '#ui/figure-status.tsx'
import { useScene } from './scene-context.ts'
import { sharedScope } from '#charts/shared-scope.ts'

/** For a panel without a head whose marks are no figures: the scope of all it shows. */
export function PanelScope({ panel }: { readonly panel: Panel }): ReactNode {
  const { answer } = useScene()
  const word = sharedScope(observationsOf({ panel, answer }), answer)
  return word === null ? null : <ScopeMark word={word} />
}
