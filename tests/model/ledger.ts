/**
 * Which releases are in effect, kept forwards as they come: each knows how many withdrawals in effect name it, and a
 * change is passed on to what it names. The product reads the list backwards instead; neither shares a line with the other.
 */
export interface Ledger {
  readonly add: (withdraws: number | undefined) => void
  readonly inEffect: () => number[]
  /** What a release withdraws. */
  readonly withdrawnBy: (release: number) => number | undefined
}

export function createLedger(): Ledger {
  /* Index 0 stands for no release. */
  const names: (number | undefined)[] = [undefined]
  const holders = [0]
  const effective = [false]

  const turn = (release: number, on: boolean): void => {
    if (effective[release] === on) return
    effective[release] = on
    const named = names[release]
    if (named === undefined) return
    const held = (holders[named] ?? 0) + (on ? 1 : -1)
    holders[named] = held
    turn(named, held === 0)
  }

  return {
    add: (withdraws) => {
      names.push(withdraws)
      holders.push(0)
      effective.push(false)
      turn(names.length - 1, true)
    },
    inEffect: () => effective.flatMap((on, release) => (on ? [release] : [])),
    withdrawnBy: (release) => names[release]
  }
}
