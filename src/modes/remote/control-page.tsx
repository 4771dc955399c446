import { Tabs } from '@base-ui/react/tabs'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { regionsQuery } from '#queries/regions-query.ts'
import { AreaPane } from './area-pane.tsx'
import { MorePane } from './more-pane.tsx'
import { NowShowing } from './now-showing.tsx'
import type { PaneProps } from './pane.ts'
import { Preview } from './preview.tsx'
import { namesOf } from './remote-names.ts'
import { ScenePane } from './scene-pane.tsx'
import { StateLine } from './state-line.tsx'
import { Transport } from './transport.tsx'
import { useMedia } from './use-media.ts'

const PHONE = '(max-width: 699px)'
/** There the preview has room beside it, and below it. */
const WIDE = '(min-width: 1100px)'

/** On a phone there is room for one pane at a time. */
const PhonePanes = (props: PaneProps): ReactNode => (
  <Tabs.Root defaultValue="scenes" className="remote-tabs">
    <Tabs.List className="remote-tab-list" activateOnFocus>
      <Tabs.Tab value="scenes">场景</Tabs.Tab>
      <Tabs.Tab value="areas">聚光与讲解</Tabs.Tab>
    </Tabs.List>
    <Tabs.Panel value="scenes">
      <ScenePane {...props} />
    </Tabs.Panel>
    <Tabs.Panel value="areas">
      <AreaPane {...props} />
      <MorePane {...props} />
    </Tabs.Panel>
  </Tabs.Root>
)

interface PanesProps extends PaneProps {
  readonly wide: boolean
}

const Panes = ({ wide, ...props }: PanesProps): ReactNode => (
  <div className="remote-panes">
    <ScenePane {...props} />
    <AreaPane {...props} />
    {!wide && <MorePane {...props} />}
  </div>
)

/** Everything that a paired tablet can have its wall do. */
export function ControlPage({ pack, remote }: Omit<PaneProps, 'names'>): ReactNode {
  const regions = useQuery(regionsQuery()).data?.regions ?? []
  const phone = useMedia(PHONE)
  const wide = useMedia(WIDE)
  const props = { pack, remote, names: namesOf(pack, regions) }
  return (
    <div className="remote-control">
      <div className="remote-stage">
        <StateLine {...props} />
        <Preview {...props} />
        <NowShowing {...props} />
        <Transport {...props} />
        {wide && <MorePane {...props} />}
      </div>
      {phone ? <PhonePanes {...props} /> : <Panes {...props} wide={wide} />}
    </div>
  )
}
