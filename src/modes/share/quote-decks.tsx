import { useRef, type ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import type { View } from '#view/codec.ts'
import { inScene } from './asked-view.ts'
import { DECK_KINDS, deckAddress, type DeckKind } from './deck-address.ts'
import { fileName } from './file-name.ts'
import { Making, Spoken } from './making.tsx'
import { regionName } from './picture-facts.ts'
import { useMaking } from './use-making.ts'

interface QuoteDecksProps {
  readonly pack: PackAnswer
  readonly answer: SceneAnswer
  /** What is shown: as the view has it, with the theme of the file, and the release that its name says. */
  readonly place: View
}

/** The button that was pressed has the focus again where the one for cancelling goes with it. */
function useFocusBack() {
  const [pressed, cancel] = [useRef<HTMLButtonElement | null>(null), useRef<HTMLButtonElement>(null)]
  const from = (button: HTMLButtonElement): void => {
    pressed.current = button
  }
  const back = (): void => {
    if (document.activeElement === cancel.current) pressed.current?.focus()
  }
  return { cancel, from, back }
}

const KINDS = ['pptx', 'xlsx'] as const

/** The scene, and all of them, as a file that is gone on with in PowerPoint or in a spreadsheet. */
export function QuoteDecks({ pack, answer, place }: QuoteDecksProps): ReactNode {
  const { cancel, from, back } = useFocusBack()
  const { said, making, make } = useMaking(back)
  const own = { label: '本场景', title: answer.scene.title, scenes: [answer.scene.id] }
  const every = { label: '全部场景', title: '全部场景', scenes: pack.scenes.map(({ id }) => id) }
  const nameOf = (title: string, kind: DeckKind): string => fileName(pack.info.title, title, regionName(answer), answer.release).replace(/png$/, kind)
  const press = (button: HTMLButtonElement, kind: DeckKind, { title, scenes }: typeof own): void => {
    if (making !== null) return
    from(button)
    make({ address: deckAddress(scenes, kind, inScene(place, answer)), kind, name: nameOf(title, kind) })
  }
  return (
    <div className="quote-files">
      {[own, every].map((one) => (
        <div key={one.label} className="quote-decks" role="group" aria-label={one.label}>
          <span>{one.label}</span>
          <div className="share-actions">
            {KINDS.map((kind) => (
              // Not `disabled`: a button that was pressed by a key keeps the focus.
              <button
                key={kind}
                type="button"
                className="share-button"
                aria-disabled={making !== null}
                onClick={(event) => press(event.currentTarget, kind, one)}
              >
                下载 {DECK_KINDS[kind]}
              </button>
            ))}
          </div>
        </div>
      ))}
      {making !== null && <Making making={making} cancelRef={cancel} />}
      <p className={making === null ? `share-note ${said.failed ? 'is-failed' : ''}` : 'visually-hidden'} role="status">
        {making === null ? said.text : <Spoken making={making} />}
      </p>
    </div>
  )
}
