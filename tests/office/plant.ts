import { unzipSync, zipSync } from 'fflate'
import type { Rule } from '#server/render/office/pptx/validate/opened.ts'

export type Files = Record<string, Uint8Array>

/**
 * One thing that is wrong with a file: the rule that must find it by name, what it is, and who finds it, ours alone or Microsoft's
 * own validator as well.
 */
export type Planted = readonly [rule: Rule, what: string, finders: 'ours' | 'both', change: (files: Files) => void]

const [decoder, encoder] = [new TextDecoder(), new TextEncoder()]

/** The file with one thing changed; the change must be one. */
export function planted(sound: Uint8Array, change: (files: Files) => void): Uint8Array {
  const files: Files = { ...unzipSync(sound) }
  change(files)
  return zipSync(files, { level: 0 })
}

export const textOf = (files: Files, path: string): string => decoder.decode(files[path])

/** @throws Error where there is nothing to change. */
export function edited(files: Files, path: string, from: string | RegExp, to: string): void {
  const before = textOf(files, path)
  const after = before.replace(from, to)
  if (after === before) throw new Error(`nothing to plant in ${path}`)
  files[path] = encoder.encode(after)
}

export const pathOf = (files: Files, pattern: RegExp): string => {
  const path = Object.keys(files).find((one) => pattern.test(one))
  if (path === undefined) throw new Error(`no ${String(pattern)}`)
  return path
}
