import { Problem } from '#contract/problem.ts'
import { etagOf } from '#server/answers/etag.ts'
import type { Answer } from '#server/answers/answer.ts'
import { encode, encodedBytes, type EncodedFile } from '#server/answers/encoded-file.ts'
import { oneAtATime } from '#server/one-at-a-time.ts'
import { recentlyUsed } from '#server/recently-used.ts'
import type { RenderOrder } from './render-order.ts'
import type { RenderThread } from './render-thread.ts'

export interface PictureRequest extends Omit<RenderOrder, 'panel' | 'pack' | 'boundaries'> {
  readonly panel: Answer
  readonly pack: Answer
  readonly boundaries: Answer
}

export interface PictureBook {
  /** @throws Problem 503 while too many are being made. */
  readonly picture: (request: PictureRequest) => Promise<EncodedFile>
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

/** Makes pictures one after the other, each once, and keeps those that were asked for last. */
export function createPictureBook(thread: Pick<RenderThread, 'make' | 'stop'>, { salt, queue = QUEUE, keptBytes = KEPT_BYTES }: PictureLimits): PictureBook {
  const kept = recentlyUsed<EncodedFile>(keptBytes, encodedBytes)
  const making = new Map<string, Promise<EncodedFile>>()
  const inTurn = oneAtATime()

  const make = async (request: PictureRequest): Promise<EncodedFile> => {
    const bytes = await inTurn(() => thread.make(orderOf(request)))
    return encode(Buffer.from(bytes), request.format !== 'png', (body, encoding) => etagOf(body, encoding, salt))
  }

  const makeOnce = (key: string, request: PictureRequest): Promise<EncodedFile> => {
    if (making.size >= queue) throw new Problem(503, '图片暂时做不过来', '正在生成的图片太多，请稍后再试')
    const picture = make(request).finally(() => making.delete(key))
    making.set(key, picture)
    picture.then(
      (made) => kept.set(key, made),
      () => undefined
    )
    return picture
  }

  return {
    picture: async (request) => {
      const key = keyOf(request)
      return kept.get(key) ?? making.get(key) ?? makeOnce(key, request)
    },
    stop: () => thread.stop()
  }
}
