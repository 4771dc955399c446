import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { PanelTable } from '#charts/panel-table.ts'
import './panel-table.css'

/** What a panel says in words: the sentence is read with the panel, the table is one key away. */
export interface PanelWords {
  readonly title: string
  readonly summary: string
  readonly table: PanelTable
}

const Cells = ({ table: { columns, rows } }: { readonly table: PanelTable }): ReactNode => (
  <table>
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(([name = '', ...cells], row) => (
        <tr key={row}>
          <th scope="row">{name}</th>
          {cells.map((cell, column) => (
            <td key={column}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

function TableDialog({ words, onClose }: { readonly words: PanelWords; readonly onClose: () => void }): ReactNode {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={ref} className="table-dialog" aria-label={`${words.title}数据表`} onClose={onClose}>
      <h3>{words.title}</h3>
      <p>{words.summary}</p>
      <Cells table={words.table} />
      <button type="button" onClick={onClose}>
        关闭
      </button>
    </dialog>
  )
}

/** Whether the key asks for the table: T alone, while the focus is on something of the panel. */
export const asksForTable = ({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean =>
  key.toLowerCase() === 't' && !ctrlKey && !metaKey && !altKey

interface PanelTableControl {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly node: ReactNode
}

/** The button and the dialog of a panel's table; closed, the dialog is not there at all. */
export function usePanelTable(words: PanelWords | null): PanelTableControl {
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  if (words === null || words.table.rows.length === 0) return { onKeyDown: () => undefined, node: null }
  return {
    onKeyDown: (event) => {
      if (asksForTable(event)) setOpen(true)
    },
    node: (
      <>
        <button type="button" className="table-button" aria-haspopup="dialog" aria-label={`${words.title}：数据表`} onClick={() => setOpen(true)}>
          数据表
        </button>
        {open && <TableDialog words={words} onClose={close} />}
      </>
    )
  }
}
