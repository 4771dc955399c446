import * as z from 'zod/mini'
import { releaseParam } from '#contract/endpoints.ts'
import { SceneId } from '#contract/scene.ts'
import { PictureQuery } from '#contract/pictures.ts'

export const DECK_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

export const BOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** One scene as a PowerPoint file. */
export const scenePptxPath = '/api/v1/scenes/:id.pptx'
/** Several scenes in one: `?scenes=zonglan,minzu`, in this order. */
export const decksPath = '/api/v1/decks.pptx'
/** The figures of a scene, and of several scenes, as a workbook. */
export const sceneXlsxPath = '/api/v1/scenes/:id.xlsx'
export const booksPath = '/api/v1/decks.xlsx'

const { theme, region, root, metric, period } = PictureQuery.shape

export const SceneDeckParams = z.object({ id: SceneId })

/** As of a picture: what is shown, and how. */
export const DeckQuery = z.object({ theme, region, root, metric, period, release: releaseParam })
export type DeckQuery = z.infer<typeof DeckQuery>

/** In one file. */
export const MOST_SCENES = 20
const ID = /^[a-z][a-z0-9-]{0,39}$/
const isList = (text: string): boolean => {
  const ids = text.split(',')
  return ids.length <= MOST_SCENES && ids.every((id) => ID.test(id)) && new Set(ids).size === ids.length
}

const scenes = z.pipe(
  z.string().check(z.refine(isList, { error: 'must be up to 20 different scene ids with commas between them' })),
  z.transform((text) => text.split(','))
)

export const DecksQuery = z.object({ ...DeckQuery.shape, scenes })

/** A workbook has no theme. */
export const BookQuery = z.omit(DeckQuery, { theme: true })
export const BooksQuery = z.object({ ...BookQuery.shape, scenes })
