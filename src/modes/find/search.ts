import { matchWord, type Match } from './match.ts'
import type { Kind, Name, Place } from './names.ts'
import { spell, wordsOf, type Speak, type Spelling } from './spelling.ts'

/** A name with the ways to type it. */
export interface SpeltName {
  readonly name: Name
  /** The name itself, then its other names. */
  readonly own: readonly Spelling[]
  /** The scenes that show it: a word more may be theirs. */
  readonly around: readonly Spelling[]
}

export const spellName = (name: Name, speak?: Speak): SpeltName => ({
  name,
  own: [name.name, ...name.aliases].map((text) => spell(text, speak)),
  around: name.kind === 'scene' ? [] : name.places.map(({ title }) => spell(title, speak))
})

type Marks = readonly Pick<Match, 'from' | 'to'>[]

/** A name that was found, with the text in which it was. */
export interface Hit {
  readonly name: Name
  readonly text: string
  readonly marks: Marks
  readonly cost: number
  /** The region that was typed with it: it is shown for that one. */
  readonly region?: Name
}

/** Between hits that are as good: a scene is a whole page, an indicator one figure of it. */
const KIND: Record<Kind, number> = { scene: 0, region: 0.1, indicator: 0.3, programme: 0.35 }
/** What has a published figure comes first. */
const UNPUBLISHED = 0.2
const AROUND = 3
/** A part of the name that is a name itself; and one that stands beside it, and has to be shown as well. */
const ALIAS = { within: 0.05, beside: 0.3 } as const

const cheapest = <T extends { readonly cost: number }>(all: readonly T[]): T | undefined => all.toSorted((a, b) => a.cost - b.cost)[0]

const preference = ({ kind, figure }: Name): number => KIND[kind] + (kind === 'indicator' && figure === undefined ? UNPUBLISHED : 0)

/** All words in one text of the name, or of its scenes; at least one of them in the name. */
function readIn(spelling: Spelling, around: readonly Spelling[], words: readonly string[]): { readonly marks: Marks; readonly cost: number } | undefined {
  const own = words.map((word) => matchWord(spelling, word))
  if (own.every((match) => match === undefined)) return undefined
  const costs = own.map((match, index) => match?.cost ?? around.flatMap((scene) => matchWord(scene, words[index] ?? '')?.cost ?? [])[0])
  if (costs.some((cost) => cost === undefined)) return undefined
  const cost = costs.reduce<number>((sum, one, index) => sum + (one ?? 0) + (own[index] === undefined ? AROUND : 0), 0) / words.length
  return { marks: own.filter((match) => match !== undefined), cost }
}

/** Found in a part of the name that is another name of it, it is marked where it stands in the name. */
function within(name: string, text: string, marks: Marks): Pick<Hit, 'text' | 'marks'> {
  const index = name.indexOf(text)
  if (index < 0) return { text, marks }
  const before = Array.from(name.slice(0, index)).length
  return { text: name, marks: marks.map(({ from, to }) => ({ from: from + before, to: to + before })) }
}

function hitOf({ name, own, around }: SpeltName, words: readonly string[]): Hit | undefined {
  return cheapest(
    own.flatMap((spelling, index) => {
      const read = readIn(spelling, around, words)
      if (read === undefined) return []
      return [
        {
          name,
          ...within(name.name, spelling.text, read.marks),
          cost: read.cost + preference(name) + (index === 0 ? 0 : name.name.includes(spelling.text) ? ALIAS.within : ALIAS.beside)
        }
      ]
    })
  )
}

const hitsOf = (words: readonly string[], names: readonly SpeltName[]): Hit[] => names.flatMap((name) => hitOf(name, words) ?? [])

/** What is found without the help of a region comes before what is as good with it; and as few regions as a word may well mean. */
const [IN_REGION, MOST_REGIONS] = [0.5, 3]

interface Meant {
  readonly name: Name
  readonly cost: number
}

/** The regions that begin with a word. */
const regionsBy = (word: string, names: readonly SpeltName[]): readonly Meant[] =>
  names
    .filter(({ name }) => name.kind === 'region')
    .flatMap(({ name, own }): Meant[] =>
      own.flatMap((spelling) => matchWord(spelling, word) ?? []).flatMap(({ from, cost }) => (from === 0 ? [{ name, cost }] : []))
    )
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, MOST_REGIONS)

/** `江山市 回归`: one of the words is a region, and the others are found in what can be shown for it. */
function hitsInRegions(words: readonly string[], names: readonly SpeltName[]): Hit[] {
  if (words.length < 2) return []
  const topics = names.filter(({ name }) => name.kind !== 'region')
  return words.flatMap((word, index) => {
    const regions = regionsBy(word, names)
    const hits = regions.length === 0 ? [] : hitsOf(words.toSpliced(index, 1), topics)
    return regions.flatMap(({ name: region, cost }) => hits.map((hit) => ({ ...hit, region, cost: hit.cost + cost + IN_REGION })))
  })
}

const hitKey = ({ name: { kind, id }, region }: Hit): string => `${kind} ${id} ${region?.id ?? ''}`

/** What is found, best first; nothing for an empty query. */
export function search(query: string, names: readonly SpeltName[]): readonly Hit[] {
  const words = wordsOf(query)
  if (words.length === 0) return []
  const all = [...hitsOf(words, names), ...hitsInRegions(words, names)].toSorted((a, b) => a.cost - b.cost)
  const keys = all.map(hitKey)
  return all.filter((hit, index) => keys.indexOf(hitKey(hit)) === index)
}

/** A row of the list: a hit, or one more scene that shows what was hit. */
export interface Option {
  readonly key: string
  readonly hit: Hit
  readonly place: Place | undefined
  readonly first: boolean
}

const MOST = 40

export const optionsOf = (hits: readonly Hit[]): readonly Option[] =>
  hits
    .flatMap((hit): Option[] => {
      const { places } = hit.name
      return (places.length === 0 ? [undefined] : places).map((place, index) => ({
        key: `${hitKey(hit)} ${place?.scene ?? ''}`,
        hit,
        place,
        first: index === 0
      }))
    })
    .slice(0, MOST)

/** Before anything is typed: the scenes, and the regions but for those further down. */
export const suggestions = (names: readonly Name[]): readonly Option[] =>
  optionsOf(
    names
      .filter(({ kind, root }) => kind === 'scene' || (kind === 'region' && root === undefined))
      .map((name) => ({ name, text: name.name, marks: [], cost: 0 }))
  )
