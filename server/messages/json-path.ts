type Path = readonly PropertyKey[]

/** As in code: `observations[3].obsValue`; the whole document is an empty text. */
export const dottedPath = (path: Path): string =>
  path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')

/** As one counts in a list, for people who edit packs: `第3项 .unitMeasure`. */
export const countedPath = (path: Path): string => path.map((step) => (typeof step === 'number' ? `第${step + 1}项` : `.${String(step)}`)).join(' ')
