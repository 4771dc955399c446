import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { versionQuery } from '#queries/version-query.ts'
import type { View } from '#view/codec.ts'
import { Freeze } from './freeze.tsx'
import { LinkField } from './link-field.tsx'
import { releaseText } from './picture-facts.ts'
import { QrCode } from './qr-code.tsx'
import { shareLink } from './share-link.ts'
import './share.css'

export interface ShareLinkProps {
  readonly pack: PackAnswer
  readonly answer: SceneAnswer
  readonly view: View
}

interface ShareWaysProps extends ShareLinkProps {
  /** What else can be done with the link. */
  readonly children?: (link: string) => ReactNode
}

/** The view as a link and as a code. */
export function ShareWays({ pack, answer, view, children }: ShareWaysProps): ReactNode {
  const [frozen, setFrozen] = useState(view.release !== undefined)
  const { data: version } = useQuery(versionQuery())
  const base = version?.publicUrl ?? new URL('/', location.href).href
  const link = shareLink({ view, scene: answer.scene.id, release: frozen ? answer.release : undefined, base })
  return (
    <div className="share">
      <QrCode link={link} />
      <div className="share-ways">
        <Freeze text={releaseText(answer, pack.info.timeZone)} frozen={frozen} onChange={setFrozen} />
        <LinkField link={link} title={`${pack.info.title} ${answer.scene.title}`} />
        {children?.(link)}
      </div>
    </div>
  )
}
