import { lazy, Suspense, type ReactNode } from 'react'
import { Boundary } from '#panel-kit/boundary.tsx'
import type { OfflineHelpProps } from './offline-help.tsx'

const Help = lazy(async () => ({ default: (await import('./offline-help.tsx')).OfflineHelp }))

/** The help comes from what the browser keeps of the page. Where it keeps nothing, the words of the scene stand alone. */
export const LaterHelp = (props: OfflineHelpProps): ReactNode => (
  <Boundary resetKey={props.view} fallback={() => null}>
    <Suspense>
      <Help {...props} />
    </Suspense>
  </Boundary>
)
