import { Problem } from '#contract/problem.ts'
import { etagOf } from '#server/answers/etag.ts'
import type { Answer } from '#server/answers/answer.ts'
import { encode, encodedBytes, type EncodedFile } from '#server/answers/encoded-file.ts'
import { oneAtATime } from '#server/one-at-a-time.ts'
import { recentlyUsed } from '#server/recently-used.ts'
import type { BookOrder, DeckOrder, RenderOrder, ThreadOrder } from './render-order.ts'
import type { RenderThread } from './render-thread.ts'

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

export interface PictureBook {
  /** @throws Problem 503 while too many are being made. */
  readonly picture: (request: PictureRequest) => Promise<EncodedFile>
  /** Scenes in one file. @throws Problem 503 while too many are being made. */
  readonly deck: (request: DeckRequest) => Promise<EncodedFile>
  /** The figures of scenes in a workbook. @throws Problem 503 while too many are being made. */
  readonly workbook: (request: BookRequest) => Promise<EncodedFile>
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

/** Makes pictures one after the other, each once, and keeps those that were asked for last. */
export function createPictureBook(thread: Pick<RenderThread, 'make' | 'stop'>, { salt, queue = QUEUE, keptBytes = KEPT_BYTES }: PictureLimits): PictureBook {
  const kept = recentlyUsed<EncodedFile>(keptBytes, encodedBytes)
  const making = new Map<string, Promise<EncodedFile>>()
  const inTurn = oneAtATime()

  const make = async (order: ThreadOrder): Promise<EncodedFile> => {
    const bytes = await inTurn(() => thread.make(order))
    return encode(Buffer.from(bytes), !PACKED.has(order.format), (body, encoding) => etagOf(body, encoding, salt))
  }

  const makeOnce = (key: string, order: ThreadOrder): Promise<EncodedFile> => {
    if (making.size >= queue) throw new Problem(503, '图片暂时做不过来', '正在生成的图片太多，请稍后再试')
    const file = make(order).finally(() => making.delete(key))
    making.set(key, file)
    file.then(
      (made) => kept.set(key, made),
      () => undefined
    )
    return file
  }

  const file = async (key: string, order: () => ThreadOrder): Promise<EncodedFile> => kept.get(key) ?? making.get(key) ?? makeOnce(key, order())

  return {
    picture: (request) => file(keyOf(request), () => orderOf(request)),
    deck: (request) => file(deckKey(request), () => deckOrder(request)),
    workbook: (request) => file(workbookKey(request), () => workbookOrder(request)),
    stop: () => thread.stop()
  }
}
