import * as fc from 'fast-check'
import { createLedger } from './ledger.ts'

/** One key's new value in a release; `gone` hides the key. */
export interface ModelChange {
  readonly key: number
  readonly value: number
  readonly gone: boolean
  readonly demo: boolean
}

/** A release by its place in the history, the first being 1. */
interface ModelRelease {
  readonly withdraws: number | undefined
  readonly hasPack: boolean
  readonly changes: readonly ModelChange[]
}

export type History = readonly ModelRelease[]

const often = (percent: number) => fc.nat({ max: 99 }).map((roll) => roll < percent)

const draft = fc.record({
  /** Those that weigh most become withdrawals, as many as the history needs. */
  weight: fc.nat({ max: 1e6 }),
  target: fc.nat({ max: 1e6 }),
  ofWithdrawal: often(40),
  hasPack: often(15),
  changes: fc.array(fc.record({ key: fc.nat({ max: 29 }), value: fc.nat({ max: 999 }), gone: often(12), demo: often(25) }), {
    minLength: 1,
    maxLength: 6,
    size: 'max'
  })
})

type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never

/** The later of two changes to a key in one release would break its primary key. */
const oncePerKey = (changes: readonly ModelChange[], keys: number): ModelChange[] => [
  ...new Map(changes.map((change) => [change.key % keys, { ...change, key: change.key % keys }])).values()
]

function withdrawalsAmong(drafts: readonly Draft[], share: number): ReadonlySet<number> {
  const places = drafts
    .map((_, index) => index)
    .slice(1)
    .toSorted((a, b) => (drafts[b]?.weight ?? 0) - (drafts[a]?.weight ?? 0))
  return new Set(places.slice(0, Math.ceil(drafts.length * share)))
}

/** Turns drafts into releases that the publisher would take: a withdrawal names a release that is in effect. */
function legal(drafts: readonly Draft[], keys: number, share: number): History {
  const [ledger, withdrawals] = [createLedger(), withdrawalsAmong(drafts, share)]
  return drafts.map(({ target, ofWithdrawal, hasPack, changes }, index) => {
    const open = ledger.inEffect()
    const chosen = ofWithdrawal ? open.filter((release) => ledger.withdrawnBy(release) !== undefined) : open
    const targets = chosen.length > 0 ? chosen : open
    const withdraws = withdrawals.has(index) ? targets[target % targets.length] : undefined
    ledger.add(withdraws)
    return { withdraws, hasPack: withdraws === undefined && (index === 0 || hasPack), changes: withdraws === undefined ? oncePerKey(changes, keys) : [] }
  })
}

/** 2 to 40 releases over 1 to 30 keys; between a fifth and half of them withdraw another, also a withdrawal. */
export const histories: fc.Arbitrary<History> = fc
  .tuple(fc.array(draft, { minLength: 2, maxLength: 40, size: 'max' }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 20, max: 50 }))
  .map(([drafts, keys, percent]) => legal(drafts, keys, percent / 100))
