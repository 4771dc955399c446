import { checkAxes, checkListIds, checkNotes, checkShapeIds } from './validate/check-ids.ts'
import { checkOrder } from './validate/check-order.ts'
import { checkContentTypes, checkMedia, checkPaths, checkRelations } from './validate/check-parts.ts'
import { checkWorkbooks } from './validate/check-workbooks.ts'
import { openPackage, type Fault } from './validate/opened.ts'

const CHECKS = [checkPaths, checkContentTypes, checkRelations, checkMedia, checkShapeIds, checkListIds, checkAxes, checkNotes, checkOrder, checkWorkbooks]

/** Everything for which PowerPoint would offer a repair, that is known to make it do so; none where the file is whole. */
export function validateDeck(bytes: Uint8Array): readonly Fault[] {
  const opened = openPackage(bytes)
  return [...opened.faults, ...CHECKS.flatMap((check) => check(opened))]
}
