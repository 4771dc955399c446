import { useId, useRef, useState, type ReactNode } from 'react'
import { copyFrom } from './copy-text.ts'

interface QuoteFieldProps {
  readonly label: string
  readonly value: string
  /** Code and long lines: seen whole. */
  readonly rows?: number
}

const SAID = { done: '已复制', refused: '请长按自己复制' } as const

/** A text to be taken elsewhere, with the button that copies it. */
export function QuoteField({ label, value, rows }: QuoteFieldProps): ReactNode {
  const id = useId()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState<{ readonly value: string; readonly done: boolean }>()
  const copy = async (): Promise<void> => {
    if (field.current !== null) setCopied({ value, done: await copyFrom(field.current) })
  }
  const said = copied?.value === value ? SAID[copied.done ? 'done' : 'refused'] : undefined
  const shared = { ref: field, id, readOnly: true, value, spellCheck: false, className: 'quote-text' } as const
  return (
    <div className="quote-field">
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <input {...shared} onFocus={(event) => event.currentTarget.select()} />
      ) : (
        <textarea {...shared} rows={rows} onFocus={(event) => event.currentTarget.select()} />
      )}
      <button type="button" className="share-button" aria-label={`复制${label}`} onClick={() => void copy()}>
        {said ?? '复制'}
      </button>
      <span className="visually-hidden" role="status">
        {said === undefined ? '' : `${label}：${said}`}
      </span>
    </div>
  )
}
