import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import type { View } from '#view/codec.ts'
import { DECK_KINDS, deckAddress, type DeckKind } from './deck-address.ts'
import { download } from './download.ts'
import { fetchFile } from './fetch-file.ts'
import { fileName } from './file-name.ts'
import { regionName } from './picture-facts.ts'

interface QuoteDecksProps {
  readonly pack: PackAnswer
  readonly answer: SceneAnswer
  /** What is shown: as the view has it, with the theme and the release of the file. */
  readonly place: View
}

/** The server gives up after two minutes of work; before them others may be served. */
const PATIENCE = 240_000
const BUSY = '正在生成的文件太多，服务器暂时不接新的，请稍后再试'

/** One file at a time; leaving the page gives it up. */
function useMaking() {
  const [said, say] = useState('')
  const [making, setMaking] = useState<AbortController | null>(null)
  const current = useRef<AbortController | null>(null)
  useEffect(() => () => current.current?.abort(), [])
  const make = (address: string, kind: DeckKind, name: string): void => {
    const control = new AbortController()
    current.current = control
    setMaking(control)
    say(`正在生成 ${DECK_KINDS[kind]}…`)
    void fetchFile(address, { patience: PATIENCE, signal: control.signal, busy: BUSY })
      .then((file) => {
        download(file, name)
        return `已保存：${name}`
      })
      .catch((error: unknown) => (error instanceof Error ? error.message : '没有做成'))
      .then((text) => {
        say(text)
        setMaking(null)
      })
  }
  return { said, making, make }
}

const KINDS = ['pptx', 'xlsx'] as const

/** The scene, and all of them, as a file that is gone on with in PowerPoint or in a spreadsheet. */
export function QuoteDecks({ pack, answer, place }: QuoteDecksProps): ReactNode {
  const { said, making, make } = useMaking()
  const own = { label: '本场景', title: answer.scene.title, scenes: [answer.scene.id] }
  const every = { label: '全部场景', title: '全部场景', scenes: pack.scenes.map(({ id }) => id) }
  const nameOf = (title: string, kind: DeckKind): string => fileName(pack.info.title, title, regionName(answer), answer.release).replace(/png$/, kind)
  return (
    <div className="quote-files">
      {[own, every].map(({ label, title, scenes }) => (
        <div key={label} className="quote-decks" role="group" aria-label={label}>
          <span>{label}</span>
          <div className="share-actions">
            {KINDS.map((kind) => (
              <button
                key={kind}
                type="button"
                className="share-button"
                disabled={making !== null}
                onClick={() => make(deckAddress(scenes, kind, place), kind, nameOf(title, kind))}
              >
                下载 {DECK_KINDS[kind]}
              </button>
            ))}
          </div>
        </div>
      ))}
      <p className="share-note" role="status" aria-busy={making !== null}>
        {said}
      </p>
      {making !== null && (
        <button type="button" className="share-button" onClick={() => making.abort()}>
          取消
        </button>
      )}
    </div>
  )
}
