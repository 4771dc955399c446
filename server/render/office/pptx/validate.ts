import { checkAttributes } from './validate/check-attributes.ts'
import { checkBook } from './validate/check-book.ts'
import { checkAxes, checkListIds, checkNotes, checkShapeIds } from './validate/check-ids.ts'
import { checkOrder } from './validate/check-order.ts'
import { checkContentTypes, checkMedia, checkPaths, checkRelations } from './validate/check-parts.ts'
import { checkSheets } from './validate/check-sheets.ts'
import { checkStyles } from './validate/check-styles.ts'
import { checkWorkbooks } from './validate/check-workbooks.ts'
import { openPackage, type Fault, type Opened } from './validate/opened.ts'

const CHECKS = [
  checkPaths,
  checkContentTypes,
  checkRelations,
  checkMedia,
  checkShapeIds,
  checkListIds,
  checkAxes,
  checkNotes,
  checkOrder,
  checkAttributes,
  checkWorkbooks,
  checkBook,
  checkSheets,
  checkStyles
]

/** Workbooks behind charts are opened by whoever edits one. */
const embedded = ({ bytes }: Opened): Fault[] =>
  [...bytes].flatMap(([path, content]) =>
    path.startsWith('ppt/embeddings/') ? validateDeck(content).map((fault) => ({ ...fault, part: `${path}/${fault.part}` })) : []
  )

/** Everything for which PowerPoint or Excel would offer a repair, that is known to make it do so, in a deck or a workbook; none where the file is whole. */
export function validateDeck(bytes: Uint8Array): readonly Fault[] {
  const opened = openPackage(bytes)
  return [...opened.faults, ...CHECKS.flatMap((check) => check(opened)), ...embedded(opened)]
}
