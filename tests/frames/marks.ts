import type { Page } from 'playwright-core'

/** Marks of the bench among those of the page: they give its main thread and tell the trace's clock. */
const PREFIX = 'frames'
export const WINDOW = 'window'

export interface Mark {
  readonly label: string
  readonly edge: 'from' | 'to'
}

/** The mark that a name stands for, or nothing where it is not the bench's. */
export function markOf(name: string): Mark | undefined {
  const [prefix, label = '', edge] = name.split('|')
  return prefix === PREFIX && (edge === 'from' || edge === 'to') ? { label, edge } : undefined
}

const mark = (page: Page, { label, edge }: Mark): Promise<void> => page.evaluate((name) => void performance.mark(name), `${PREFIX}|${label}|${edge}`)

/** Runs an action between two marks. */
export async function marked(page: Page, label: string, action: () => Promise<void>): Promise<void> {
  await mark(page, { label, edge: 'from' })
  await action()
  await mark(page, { label, edge: 'to' })
}
