import { useState, type ReactNode } from 'react'
import { useOffline } from '#queries/offline-store.ts'
import { OfflineNotes } from './offline-notes.tsx'
import { TROUBLE } from './trouble-words.ts'
import './offline.css'

/** A strip that says that not everything could be stored, once a page, with what can be done. */
export function OfflineTrouble(): ReactNode {
  const { trouble, busy, again, shelf } = useOffline()
  const [shown, show] = useState<'strip' | 'notes' | 'nothing'>('strip')
  if (shown === 'notes') return <OfflineNotes onClose={() => show('nothing')} />
  if (trouble === undefined || shown === 'nothing') return null
  const { what, remedy } = TROUBLE[trouble]
  return (
    <aside className="offline-strip" role="alert" data-offline-trouble={trouble}>
      <p>
        <b>{what}</b>
        {shelf !== undefined && trouble === 'full' && `（第 ${shelf.release} 版已存 ${shelf.scenes.length}/${shelf.of} 个场景）`}
        <br />
        {remedy}
      </p>
      <div className="offline-actions">
        <button type="button" disabled={busy} onClick={again}>
          {busy ? '正在保存' : '重新保存'}
        </button>
        <button type="button" onClick={() => show('notes')}>
          详情
        </button>
        <button type="button" onClick={() => show('nothing')}>
          收起
        </button>
      </div>
    </aside>
  )
}
