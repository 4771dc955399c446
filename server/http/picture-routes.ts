import type { FastifyInstance } from 'fastify'
import { PICTURE_FORMATS, PICTURE_TYPES, PICTURE_WIDTHS, PictureParams, picturePath, PictureQuery, type PictureFormat } from '#contract/pictures.ts'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import { answerOf } from '#server/answers/answer-of.ts'
import type { EncodedFile } from '#server/answers/encoded-file.ts'
import { createPictureBook, type PictureBook } from '#server/render/picture-book.ts'
import { RenderProcess } from '#server/render/render-process.ts'
import type { Place } from '#server/render/place.ts'
import { checkFigures } from './asked-figures.ts'
import { parseInput, refuseOtherMethods } from './endpoint-routes.ts'
import { untilMade, type HoldPlace } from './file-client.ts'
import { factsOf } from './scene-facts.ts'
import { askAgain, sendFile, tellOfNewer } from './send-file.ts'

export interface PictureOptions {
  /** The fonts that the build made for pictures. */
  readonly fontsDir: string
  /** How many may wait to be made. */
  readonly queue?: number
  /** Whether making them gives way to what else the machine does. */
  readonly givesWay?: boolean
}

interface Asked extends PictureQuery {
  readonly scene: string
  readonly panel: string
}

/** The thread that makes files, and what it has made. It ends with the app. */
export function picturesOf(app: FastifyInstance, salt: string, { fontsDir, queue, givesWay = false }: PictureOptions): PictureBook {
  const pictures = createPictureBook(new RenderProcess(fontsDir, givesWay), { salt, ...(queue === undefined ? {} : { queue }) })
  app.addHook('onClose', () => pictures.stop())
  return pictures
}

/** Panels as files: pictures in SVG and PNG, their figures in CSV. */
export function pictureRoutes(app: FastifyInstance, book: AnswerBook, pictures: PictureBook, hold: HoldPlace): void {
  async function picture(format: PictureFormat, asked: Asked): Promise<Place<EncodedFile>> {
    const { scene, panel, region, root, width, theme = 'paper', metric, period, release = book.release() } = asked
    const own = await answerOf(book, 'panel', { scene, panel, region, root, release })
    const facts = factsOf(own)
    checkFigures(asked, '本面板', [facts])
    const [pack, boundaries] = await Promise.all([
      answerOf(book, 'pack', { release }),
      answerOf(book, 'boundaries', { code: facts.root, context: '1', release })
    ])
    const size = format === 'csv' ? 0 : (width ?? PICTURE_WIDTHS[format])
    return pictures.picture({ format, width: size, theme, metric, period, panel: own, pack, boundaries })
  }

  for (const format of PICTURE_FORMATS) {
    app.get(picturePath(format), async (request, reply) => {
      const asked = parseInput({ params: PictureParams, query: PictureQuery }, request)
      tellOfNewer(request, reply, asked, book.release())
      const file = await picture(format, asked)
        .then((place) => untilMade(reply, hold(request, place)))
        .catch(askAgain(reply))
      return sendFile(request, reply, PICTURE_TYPES[format], file)
    })
    refuseOtherMethods(app, picturePath(format), ['GET', 'HEAD'])
  }
}
