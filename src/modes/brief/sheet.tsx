import type { ReactNode } from 'react'
import { BrandMark } from '#ui/brand-mark.tsx'
import { useBrief } from './brief-context.ts'
import type { PageFacts } from './page-facts.ts'
import { Continued, Opening } from './page-words.tsx'
import './sheet.css'

interface SheetProps {
  readonly facts: PageFacts
  /** Of the scene's pages, from 0. */
  readonly index: number
  readonly children?: ReactNode
}

const Head = ({ facts }: Pick<SheetProps, 'facts'>): ReactNode => {
  const { info } = useBrief()
  return (
    <header className="sheet-head">
      <BrandMark />
      <b>{info.title}</b>
      <em>工作简报</em>
      <span>{facts.region}</span>
      <span>{facts.period}</span>
    </header>
  )
}

function Foot({ facts: { source, footnotes, edition }, number }: Pick<SheetProps, 'facts'> & { readonly number: string }): ReactNode {
  return (
    <footer className="sheet-foot">
      <p className="sheet-edition">
        {edition}
        <b className="sheet-number">{number}</b>
      </p>
      <div>
        {source !== '' && <p>{source}。</p>}
        {footnotes.notes.length > 0 && (
          <p>
            口径：
            {footnotes.notes.map(({ mark, names, text }) => (
              <span key={mark} className="sheet-note">
                {mark} {names}：{text}。
              </span>
            ))}
          </p>
        )}
      </div>
    </footer>
  )
}

/** One page: head, the opening or the scene's name, the room for panels, footnotes. */
export function Sheet({ facts, index, children }: SheetProps): ReactNode {
  const { before, total, current } = useBrief()
  const page = before + index + 1
  return (
    <div className={`sheet-frame ${current === page ? 'is-current' : ''}`} data-page={page}>
      <section className="sheet" aria-label={`${facts.title}，第 ${page} 页`}>
        <Head facts={facts} />
        {index === 0 ? <Opening facts={facts} /> : <Continued facts={facts} />}
        <div className="sheet-body">{children}</div>
        <Foot facts={facts} number={total === null ? '' : `${page} / ${total}`} />
      </section>
    </div>
  )
}
