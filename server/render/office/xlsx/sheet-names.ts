const MOST = 31
/** What no name of a sheet may have. */
const UNFIT = /[\\/?*[\]:\p{Cc}]+/gu
/** Excel keeps this name for itself. */
const TAKEN = 'history'

/** Cut to so many UTF-16 units, between characters. */
function cut(text: string, most: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > most) break
    kept += character
  }
  return kept.trim()
}

const plain = (title: string): string =>
  title
    .replaceAll(UNFIT, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^['\s]+|['\s]+$/g, '') || '面板'

/** `投资额（2）`: the first of them that nobody has. Excel does not tell `a` from `A`. */
function free(title: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '' : `（${count}）`
    const name = cut(plain(title), MOST - ending.length).replace(/'+$/, '') + ending
    if (!taken.has(name.toLowerCase())) return name
  }
}

export interface Titled {
  readonly title: string
  /** What its scene is called in short. */
  readonly scene?: string | undefined
}

/** `服务闭环（总览）`, where another scene has one of this title and the whole has room. */
function toldApart({ title, scene }: Titled, all: readonly Titled[]): string {
  const others = all.some((other) => other.scene !== scene && plain(other.title).toLowerCase() === plain(title).toLowerCase())
  const told = `${plain(title)}（${scene}）`
  return others && scene !== undefined && told.length <= MOST ? told : title
}

/** A name for each sheet, in order, such as Excel takes: short, without signs that mean something to it, none twice; of sheets with one title it tells the scene. */
export function sheetNames(sheets: readonly Titled[]): readonly string[] {
  const taken = new Set([TAKEN])
  return sheets.map((sheet) => {
    const name = free(toldApart(sheet, sheets), taken)
    taken.add(name.toLowerCase())
    return name
  })
}
