/** A page as it is printed or shown. A rem is chosen so that the smallest text (1.125 rem) is 13 px. */
interface PageSize {
  readonly name: string
  /** As CSS writes them: the sheet and the printed page are the same lengths, or an empty page would follow. */
  readonly width: string
  readonly height: string
  /** CSS px. */
  readonly widthPx: number
  readonly heightPx: number
  readonly remPx: number
}

const MM = 96 / 25.4

export const PAGE_SIZES = {
  a4: { name: 'A4 横向', width: '297mm', height: '210mm', widthPx: 297 * MM, heightPx: 210 * MM, remPx: 11.56 },
  '16x9': { name: '16:9', width: '1280px', height: '720px', widthPx: 1280, heightPx: 720, remPx: 11.56 }
} as const satisfies Record<string, PageSize>

export type PageSizeId = keyof typeof PAGE_SIZES

export const isPageSize = (text: string): text is PageSizeId => text === 'a4' || text === '16x9'
