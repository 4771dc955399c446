import { transform, type Loader } from 'esbuild'
import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join, sep } from 'node:path'
import type { PaintedText } from './painted-text.ts'

/**
 * The rule for text in the code: esbuild drops comments and types, and each run of non-ASCII
 * characters in what remains is painted. It is bold when the run is short (a label, a button, a
 * tag) or stands in a file named strings-bold.ts; the shells that load later wait for their part.
 */
const BOLD_RUN = 4
const BOLD_FILE = 'strings-bold.ts'
const LATER =
  /(^|\/)(modes\/(embed|brief|remote|intake|walls?|tablet|find|share|compare|offline)\/|view\/wall-|queries\/report-wall|safe\.ts|guard\.ts|service-worker\.ts)/
const LOADERS: Readonly<Record<string, Loader>> = { '.ts': 'ts', '.tsx': 'tsx', '.css': 'css' }
/** Other pages show these, briefings do, and the dialog that makes things for them. */
const OUTSIDE = /(^|\/)(modes\/(embed|brief|share)\/|charts\/(sheet|carried|provenance)\.ts)/
/** Pictures that the server makes bring fonts of their own. */
const NOT_PAINTED = /\.(test|d)\.tsx?$|(^|\/)charts\/(typeset\/|[a-z-]+-picture\.ts$|picture-kinds\.ts$)/

const isSource = (path: string): boolean => extname(path) in LOADERS && !NOT_PAINTED.test(path)

const runsOf = async (file: string): Promise<string[]> => {
  const loader = LOADERS[extname(file)] ?? 'ts'
  const options = { loader, charset: 'utf8', minifyWhitespace: true, legalComments: 'none', jsx: 'automatic' } as const
  const { code } = await transform(await readFile(file, 'utf8'), options)
  return code.match(/\P{ASCII}+/gu) ?? []
}

const KIND_FILE = /(?:^|\/)(?:charts|panels)\/([a-z-]+)/

/** The panel kind a file belongs to: `charts/unit-bricks-option.ts` to `unit-bricks`; undefined for what kinds share. */
const kindOf = (path: string, kinds: readonly string[]): string | undefined => {
  const name = KIND_FILE.exec(path)?.[1] ?? ''
  return kinds.filter((kind) => name === kind || name.startsWith(`${kind}-`)).toSorted((a, b) => b.length - a.length)[0]
}

interface Kinds {
  /** All there are, by their files in panels/. */
  readonly known: readonly string[]
  /** Those that the first scene shows. */
  readonly first: ReadonlySet<string>
}

const isFirst = (path: string, { known, first }: Kinds): boolean => {
  const kind = kindOf(path, known)
  return !LATER.test(path) && !OUTSIDE.test(path) && (kind === undefined || first.has(kind))
}

const readFileText = async (dir: string, path: string, kinds: Kinds): Promise<PaintedText[]> => {
  const how = { first: isFirst(path, kinds), outside: OUTSIDE.test(path) }
  const isBold = (run: string): boolean => basename(path) === BOLD_FILE || Array.from(run).length <= BOLD_RUN
  const runs = await runsOf(join(dir, path))
  return runs.flatMap((text): PaintedText[] => [{ text, role: 'regular', ...how }, ...(isBold(text) ? [{ text, role: 'bold' as const, ...how }] : [])])
}

const PANEL_FILE = /(?:^|\/)panels\/([a-z-]+)\.tsx$/

const readDirText = async (dir: string, first: ReadonlySet<string>): Promise<PaintedText[]> => {
  const names = await readdir(dir, { recursive: true })
  const paths = names.map((name) => name.split(sep).join('/')).filter(isSource)
  const kinds = { first, known: paths.flatMap((path) => PANEL_FILE.exec(path)?.[1] ?? []) }
  return (await Promise.all(paths.toSorted().map((path) => readFileText(dir, path, kinds)))).flat()
}

/** The text that the code itself paints; that of panel kinds which the first scene does not show comes later. */
export const readUiText = async (sourceDirs: readonly string[], firstKinds: ReadonlySet<string>): Promise<PaintedText[]> =>
  (await Promise.all(sourceDirs.map((dir) => readDirText(dir, firstKinds)))).flat()
