import { etagOf } from '#server/answers/etag.ts'
import type { Answer } from '#server/answers/answer.ts'
import { encode, encodedBytes, type EncodedFile } from '#server/answers/encoded-file.ts'
import { recentlyUsed } from '#server/recently-used.ts'
import type { BookOrder, DeckOrder, RenderOrder, ThreadOrder } from './render-order.ts'
import type { RenderProcess } from './render-process.ts'
import type { Place, Ways } from './place.ts'
import { createRow } from './row.ts'

export interface PictureRequest extends Omit<RenderOrder, 'panel' | 'pack' | 'boundaries'> {
  readonly panel: Answer
  readonly pack: Answer
  readonly boundaries: Answer
}

export interface DeckRequest extends Omit<DeckOrder, 'format' | 'scenes' | 'pack'> {
  readonly scenes: readonly { readonly scene: Answer; readonly boundaries: Answer }[]
  readonly pack: Answer
}

export interface BookRequest extends Omit<BookOrder, 'format' | 'scenes' | 'pack'> {
  readonly scenes: readonly Answer[]
  readonly pack: Answer
}

/** Each gives a place at what is being made. @throws Problem 503 while too many are */
export interface PictureBook {
  readonly picture: (request: PictureRequest) => Place<EncodedFile>
  /** Scenes in one file. */
  readonly deck: (request: DeckRequest) => Place<EncodedFile>
  /** The figures of scenes in a workbook. */
  readonly workbook: (request: BookRequest) => Place<EncodedFile>
  readonly stop: () => Promise<void>
}

interface PictureLimits {
  readonly salt: string
  /** How many may wait. */
  readonly queue?: number
  readonly keptBytes?: number
}

const QUEUE = 40
const KEPT_BYTES = 48e6

/** What a picture is made from is told by the tags of the answers: a release that says the same gives the same picture. */
const keyOf = ({ format, width, theme, metric = '', period = '', panel, pack, boundaries }: PictureRequest): string =>
  [format, width, theme, metric, period, ...[panel, pack, boundaries].map(({ identity }) => identity.etag)].join(' ')

const orderOf = ({ panel, pack, boundaries, ...how }: PictureRequest): RenderOrder => ({
  ...how,
  panel: panel.identity.body.toString(),
  pack: pack.identity.body.toString(),
  boundaries: boundaries.identity.body.toString()
})

const deckKey = ({ theme, metric = '', period = '', scenes, pack, address }: DeckRequest): string =>
  [
    'pptx',
    theme,
    metric,
    period,
    address,
    ...[pack, ...scenes.flatMap(({ scene, boundaries }) => [scene, boundaries])].map(({ identity }) => identity.etag)
  ].join(' ')

const textOf = ({ identity }: Answer): string => identity.body.toString()

const deckOrder = ({ scenes, pack, ...how }: DeckRequest): DeckOrder => ({
  ...how,
  format: 'pptx',
  scenes: scenes.map(({ scene, boundaries }) => ({ scene: textOf(scene), boundaries: textOf(boundaries) })),
  pack: textOf(pack)
})

const workbookKey = ({ metric = '', period = '', scenes, pack, address }: BookRequest): string =>
  ['xlsx', metric, period, address, ...[pack, ...scenes].map(({ identity }) => identity.etag)].join(' ')

const workbookOrder = ({ scenes, pack, ...how }: BookRequest): BookOrder => ({ ...how, format: 'xlsx', scenes: scenes.map(textOf), pack: textOf(pack) })

/** Nothing is won by packing these again. */
const PACKED: ReadonlySet<ThreadOrder['format']> = new Set(['png', 'pptx', 'xlsx'])

const readyPlace = <T>(made: T): Place<T> => ({ made: Promise.resolve(made), standing: () => ({ state: 'over' }), leave: () => undefined })

/** Makes pictures one after the other, each once, and keeps those that were asked for last. */
export function createPictureBook(thread: Pick<RenderProcess, 'make' | 'stop'>, { salt, queue = QUEUE, keptBytes = KEPT_BYTES }: PictureLimits): PictureBook {
  const kept = recentlyUsed<EncodedFile>(keptBytes, encodedBytes)
  const row = createRow<EncodedFile>(queue)

  const make = async (key: string, order: ThreadOrder, ways: Ways): Promise<EncodedFile> => {
    const bytes = await thread.make(order, ways)
    const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const file = await encode(body, !PACKED.has(order.format), (encoded, encoding) => etagOf(encoded, encoding, salt))
    kept.set(key, file)
    return file
  }

  // Answers become text when their turn has come: those that wait would each hold another copy.
  const file = (key: string, order: () => ThreadOrder): Place<EncodedFile> => {
    const known = kept.get(key)
    return known === undefined ? row.place(key, (ways) => make(key, order(), ways)) : readyPlace(known)
  }

  return {
    picture: (request) => file(keyOf(request), () => orderOf(request)),
    deck: (request) => file(deckKey(request), () => deckOrder(request)),
    workbook: (request) => file(workbookKey(request), () => workbookOrder(request)),
    stop: () => thread.stop()
  }
}
