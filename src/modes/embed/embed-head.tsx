import type { ReactNode } from 'react'
import type { Sheet } from '#charts/sheet.ts'
import type { PanelState } from '#panel-kit/panel-state.ts'
import { DemoTag, PlainTag, PublishedTag } from '#ui/tags.tsx'
import { Statement } from './statement.tsx'

const STATE_WORD: Partial<Record<PanelState['kind'], string>> = { stale: '过期', offline: '离线', empty: '无数据' }

interface EmbedHeadProps {
  readonly sheet: Sheet
  readonly state: PanelState['kind']
  /** Where it is about one of the areas and not all of them. */
  readonly region: string | null
}

const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join('　')

function Tags({ sheet: { tags }, state }: EmbedHeadProps): ReactNode {
  const word = STATE_WORD[state]
  return (
    <p className="embed-tags">
      {word !== undefined && <PlainTag>{word}</PlainTag>}
      {tags.known !== null && state !== 'empty' && <PublishedTag>{joined([tags.known, tags.period]).replace('　', ' ')}</PublishedTag>}
      {tags.demo !== null && <DemoTag>{tags.demo}</DemoTag>}
    </p>
  )
}

/** What it says, or is: in the serif; what is counted, in which unit and as of when; what is published of it, and what is not. */
export function EmbedHead(props: EmbedHeadProps): ReactNode {
  const { sheet, region } = props
  const { statement, title, subtitle } = sheet
  // A figure's own name is often the panel's.
  const named = statement === null || subtitle.startsWith(title) ? null : title
  return (
    <header className="embed-head">
      <h1>{statement === null ? title : <Statement pieces={statement} />}</h1>
      <p className="embed-sub">{joined([region, named, subtitle])}</p>
      <Tags {...props} />
    </header>
  )
}
