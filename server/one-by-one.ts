import { setImmediate as turn } from 'node:timers/promises'

/** Each after the one before, with a turn of the event loop between them: many small tasks hold nobody up, one of all would. */
export async function oneByOne<Item, Made>(items: readonly Item[], make: (item: Item, index: number) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = []
  for (const [index, item] of items.entries()) {
    made.push(await make(item, index))
    await turn()
  }
  return made
}
