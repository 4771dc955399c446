import { isDeepStrictEqual } from 'node:util'
import { MapError } from './map-error.ts'
import type { MapSection } from './map-section.ts'

// The `map` object as a pack.json with two-space indents has it, up to the brace that closes it.
const SECTION = /^ {2}"map": \{[^]*?^ {2}\}/m

/** The text of pack.json with its `map` exchanged; the rest keeps its bytes, so a swap shows as a small diff. */
export function replaceMapSection(packJson: string, section: MapSection): string {
  const wanted = { ...parse(packJson), map: section }
  const inner = JSON.stringify(section, null, 2).replaceAll('\n', '\n  ')
  const replaced = packJson.replace(SECTION, () => `  "map": ${inner}`)
  // Without such a section, or in another layout, the whole file is written anew: same keys, same order.
  return isSame(replaced, wanted) ? replaced : `${JSON.stringify(wanted, null, 2)}\n`
}

export function rootOf(packJson: string): string | undefined {
  const { root } = parse(packJson)
  return typeof root === 'string' ? root : undefined
}

function isSame(text: string, wanted: unknown): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(text), wanted)
  } catch {
    return false
  }
}

function parse(packJson: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(packJson) as Record<string, unknown>
  } catch {
    throw new MapError('pack.json：不是有效的 JSON（规则：UTF-8 编码的 JSON 文件）')
  }
}
