/** A value of a comparison in words; null where there is none, and `text` then says why. */
export interface Compared {
  readonly name: string
  readonly value: number | null
  readonly text: string
}

const namesAt = (all: readonly Compared[], value: number): string =>
  all
    .filter((one) => one.value === value)
    .map(({ name }) => name)
    .join('、')

/** `江山市最多，206个；常山县最少，111个；开化县未报`. Where all are alike, that. */
export function extremes(all: readonly Compared[]): string {
  const known = all.flatMap(({ value, text }) => (value === null ? [] : [{ value, text }])).toSorted((a, b) => b.value - a.value)
  const [most, least] = [known[0], known.at(-1)]
  const absent = all.filter(({ value }) => value === null).map(({ name, text }) => `${name}${text}`)
  if (most === undefined || least === undefined) return absent.join('，')
  const ends =
    most.value === least.value
      ? [known.length === 1 ? `${namesAt(all, most.value)}${most.text}` : `各${most.text}`]
      : [`${namesAt(all, most.value)}最多，${most.text}`, `${namesAt(all, least.value)}最少，${least.text}`]
  return [...ends, ...absent].join('；')
}
