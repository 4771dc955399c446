import type { Manifest } from './manifest.ts'

/** woff2 bytes over the network: what the first scene paints, the whole screen with it, and what pages outside of the screen paint beyond that. */
export const BUDGET = { first: 150 * 1024, all: 250 * 1024, outside: 64 * 1024 } as const

export interface FontReport extends Manifest {
  readonly outDir: string
  /** The folder was already made from the same inputs. */
  readonly reused: boolean
  /** Bytes without the slices. */
  readonly bytes: { readonly first: number; readonly all: number; readonly outside: number }
  readonly overBudget: boolean
}

const bytesOf = (files: Manifest['files'], parts: readonly string[]): number =>
  files.filter((file) => parts.includes(file.part)).reduce((sum, file) => sum + file.bytes, 0)

export const reportOf = (outDir: string, manifest: Manifest, reused: boolean): FontReport => {
  const bytes = { first: bytesOf(manifest.files, ['first']), all: bytesOf(manifest.files, ['first', 'pack']), outside: bytesOf(manifest.files, ['outside']) }
  return { ...manifest, outDir, reused, bytes, overBudget: bytes.first > BUDGET.first || bytes.all > BUDGET.all || bytes.outside > BUDGET.outside }
}
