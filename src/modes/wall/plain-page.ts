import { THEMES } from '#tokens/themes.ts'
import type { PlainRow } from './plain-rows.ts'

const { ink } = THEMES

const PAGE: Partial<CSSStyleDeclaration> = {
  position: 'absolute',
  inset: '0',
  padding: '3vh 2.5vw',
  display: 'flex',
  flexDirection: 'column',
  gap: '2vh',
  background: ink.bg0,
  color: ink.t1,
  fontFamily: '"Noto Sans SC", sans-serif',
  cursor: 'none'
}

function element(tag: string, text: string, style: Partial<CSSStyleDeclaration>): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = text
  Object.assign(made.style, style)
  return made
}

/** As many columns as keep every row on the screen, at a size that can be read. */
const shapeOf = (rows: number): { readonly columns: number; readonly size: string } => {
  const columns = Math.max(1, Math.min(4, Math.ceil(rows / 13)))
  return { columns, size: `min(${(62 / Math.ceil(rows / columns)).toFixed(2)}vh, ${(20 / columns).toFixed(2)}vw, 4vh)` }
}

function rowElement({ name, figure, about }: PlainRow, size: string): HTMLElement {
  const row = element('li', '', { breakInside: 'avoid', fontSize: `calc(${size} * 0.5)`, lineHeight: '1.25', marginBottom: '0.5em', listStyle: 'none' })
  row.append(element('b', `${name} `, { fontWeight: '400' }), element('strong', figure, { fontWeight: '600', fontSize: '1.25em' }))
  row.append(element('div', about, { fontSize: '0.75em', color: ink.t2 }))
  return row
}

/**
 * The last thing a wall shows: figures in words, without React, charts or a style sheet (styles set by script are what the
 * content security policy allows). Replaces what the element holds.
 */
export function showPlainPage(
  into: HTMLElement,
  { title, note, rows }: { readonly title: string; readonly note: string; readonly rows: readonly PlainRow[] }
): void {
  const { columns, size } = shapeOf(rows.length)
  const page = element('main', '', PAGE)
  page.dataset.plain = String(rows.length)
  const list = element('ul', '', { columns: String(columns), columnGap: '2.5vw', flex: '1', padding: '0', margin: '0' })
  list.append(...rows.map((row) => rowElement(row, size)))
  page.append(element('h1', title, { fontSize: '4vh', margin: '0' }), element('p', note, { fontSize: '2.4vh', color: ink.accent, margin: '0' }), list)
  into.replaceChildren(page)
}
