import { useEffect, useState, type ReactNode } from 'react'
import type { PackAnswer } from '#contract/endpoints.ts'
import { serverNow } from '#format/clock.ts'
import { dayClockText } from '#format/period.ts'
import type { View } from '#view/codec.ts'
import { deskAnswers } from './desk-answers.ts'
import { isPageKept } from './keep-page.ts'
import { rememberedShelf } from './shelf.ts'
import { storedScenes } from './stored-scenes.ts'
import { NOTHING, TROUBLE } from './trouble-words.ts'
import './offline.css'

export interface OfflineHelpProps {
  /** Absent: not even the pack is there. */
  readonly pack?: PackAnswer
  readonly view: View
  readonly setView: (change: Partial<View>) => void
}

type Scenes = PackAnswer['scenes']

/** The scenes that are stored; undefined until that is known. */
function useStoredScenes(pack: PackAnswer | undefined, release: number | undefined): Scenes | undefined {
  const [found, setFound] = useState<Scenes>()
  useEffect(() => {
    let left = false
    void storedScenes(deskAnswers, pack?.scenes ?? [], release).then((scenes) => {
      if (!left) setFound(scenes)
    })
    return () => {
      left = true
    }
  }, [pack, release])
  return found
}

function OpenStored({ scenes, region, onOpen }: { readonly scenes: Scenes; readonly region: boolean; readonly onOpen: (scene: string) => void }): ReactNode {
  return (
    <section className="offline-help" data-offline-help="others">
      <b>{region ? '这个地区的这一场景没有存到本机' : '这个场景没有存到本机'}</b>
      <p>没有网络也能打开的有：</p>
      <div className="offline-actions">
        {scenes.map(({ id, title }) => (
          <button key={id} type="button" onClick={() => onOpen(id)}>
            {title}
          </button>
        ))}
      </div>
    </section>
  )
}

/** A failed first visit is no matter of what is stored, and left to the scene's own words. */
function NothingStored(): ReactNode {
  const [had] = useState(rememberedShelf)
  const trouble = deskAnswers.works() ? undefined : 'denied'
  if (had === undefined && !isPageKept()) return null
  const { what, remedy } = trouble !== undefined ? TROUBLE[trouble] : had !== undefined ? NOTHING.cleared : NOTHING.never
  return (
    <section className="offline-help" data-offline-help={trouble ?? (had === undefined ? 'never' : 'cleared')}>
      <b>{what}</b>
      <p>
        {had !== undefined && `这台设备 ${dayClockText(had.at, serverNow(), had.timeZone)} 存好过第 ${had.release} 版。`}
        {remedy}
      </p>
    </section>
  )
}

/** Where a scene cannot be shown: what can be, or why nothing can. */
export function OfflineHelp({ pack, view, setView }: OfflineHelpProps): ReactNode {
  const scenes = useStoredScenes(pack, view.release)
  if (scenes === undefined) return null
  if (scenes.length === 0) return <NothingStored />
  return <OpenStored scenes={scenes} region={view.region !== undefined} onOpen={(scene) => setView({ scene, region: undefined })} />
}
