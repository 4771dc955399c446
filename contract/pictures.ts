import * as z from 'zod/mini'
import { releaseParam } from '#contract/endpoints.ts'
import { IndicatorId, RegionCode } from '#contract/observation.ts'
import { isPeriodPoint } from '#contract/period.ts'
import { SceneId } from '#contract/scene.ts'

/** The forms in which a panel leaves the screen as a file. */
export const PICTURE_FORMATS = ['svg', 'png', 'csv'] as const
export type PictureFormat = (typeof PICTURE_FORMATS)[number]

export const PICTURE_TYPES: Readonly<Record<PictureFormat, string>> = {
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8; header=present'
}

/** Of a picture that nobody says the width of, in pixels. */
export const PICTURE_WIDTHS = { svg: 800, png: 1600 } as const

const WIDTH = { least: 240, most: 4096 } as const
const widthRule = { error: `must be a whole number from ${WIDTH.least} to ${WIDTH.most}` }

const width = z.pipe(
  z.string().check(z.refine((text) => /^\d{3,4}$/.test(text) && Number(text) >= WIDTH.least && Number(text) <= WIDTH.most, widthRule)),
  z.transform(Number)
)

const point = z.string().check(z.refine(isPeriodPoint, { error: 'must be an ISO 8601 year, month or day' }))

export const picturePath = (format: PictureFormat): string => `/api/v1/panels/:scene/:panel.${format}`

export const PictureParams = z.object({ scene: SceneId, panel: SceneId })

/** What is shown, and how: everything but the width and the theme goes for a file of figures too. */
export const PictureQuery = z.object({
  width: z.optional(width),
  theme: z.optional(z.enum(['ink', 'hong', 'paper'])),
  region: z.optional(RegionCode),
  root: z.optional(RegionCode),
  metric: z.optional(IndicatorId),
  period: z.optional(point),
  release: releaseParam
})
export type PictureQuery = z.infer<typeof PictureQuery>
