/**
 * When a mark comes as its scene enters: what is published or reported is there at once, with what its qualifier leaves open;
 * what is hollow follows, and leaders come last. The part is the name of the mark or of its group.
 */
export type EntrancePart = 'published' | 'hollow' | 'leader'

const named =
  (name: EntrancePart) =>
  (marks: readonly object[]): object[] =>
    marks.map((mark) => ({ ...mark, name }))

export const published = named('published')
export const hollow = named('hollow')
export const leader = named('leader')

/** Marks of demo follow, others are there at once. */
export const entering = (demo: boolean, marks: readonly object[]): object[] => (demo ? hollow(marks) : published(marks))

interface Drawn {
  readonly name?: string
  readonly parent?: Drawn | null
  readonly style?: { readonly lineDash?: unknown }
}

const isPart = (name: string | undefined): name is EntrancePart => name === 'published' || name === 'hollow' || name === 'leader'

/** Of a drawn mark. A dashed line without a name is hollow: the library's own lines cannot be named. */
export function entrancePartOf(mark: Drawn): EntrancePart {
  for (let at: Drawn | null | undefined = mark; at !== null && at !== undefined; at = at.parent) if (isPart(at.name)) return at.name
  return Array.isArray(mark.style?.lineDash) ? 'hollow' : 'published'
}
