import * as z from 'zod/mini'
import { Indicator } from '#contract/indicator.ts'
import { IndicatorId, Observation, RegionCode } from '#contract/observation.ts'
import { CodeList, FeatureCollection, Milestone, PackInfo, Programme, Source } from '#contract/pack.ts'
import { isPeriodPoint } from '#contract/period.ts'
import { Region } from '#contract/region.ts'
import { Release } from '#contract/release.ts'
import { Scene, SceneId } from '#contract/scene.ts'

const releaseNumber = z.int().check(z.positive())
/** Query values are text: `release=3`. */
export const releaseParam = z.optional(z.pipe(z.string().check(z.regex(/^[1-9]\d{0,8}$/, { error: 'must be a release number' })), z.transform(Number)))
const pointParam = z.optional(z.string().check(z.refine(isPeriodPoint, { error: 'must be an ISO 8601 year, month or day' })))
const release = { release: releaseParam }

export const PackAnswer = z.object({
  info: PackInfo,
  release: releaseNumber,
  demo: z.boolean(),
  /** Scores and ranks are left out of every answer; each area's own changes are in their place. Absent: they are not. */
  ranksHidden: z.optional(z.boolean()),
  scenes: z.array(z.object({ id: SceneId, title: z.string(), shortTitle: z.string() }))
})
export const RegionsAnswer = z.object({ release: releaseNumber, regions: z.array(Region) })
export const IndicatorsAnswer = z.object({ release: releaseNumber, indicators: z.array(Indicator) })
export const ScenesAnswer = z.object({ release: releaseNumber, scenes: z.array(z.object({ id: SceneId, title: z.string() })) })
export const ObservationsAnswer = z.object({ release: releaseNumber, observations: z.array(Observation) })
export const ReleasesAnswer = z.object({ releases: z.array(Release) })
export const VersionAnswer = z.object({
  api: z.literal('v1'),
  version: z.string(),
  pack: z.string(),
  release: releaseNumber,
  demo: z.boolean(),
  /** Where the pages are reached from outside, such as `https://screen.example/`: links to hand on begin with it. Absent: where they were opened. */
  publicUrl: z.optional(z.url({ protocol: /^https?$/ }))
})

/** All that one scene draws, but for the boundaries. */
export const SceneAnswer = z.object({
  scene: Scene,
  release: releaseNumber,
  publishedAt: z.string(),
  /** When the releases came that the observations are of; the age of a panel is told by it. Absent where it is not known. */
  releases: z.optional(z.array(z.object({ release: releaseNumber, publishedAt: z.string() }))),
  /** End of the latest published or reported period in the view, such as `2022-10`; null without one. */
  dataPeriod: z.nullable(z.string()),
  /** As in `/pack`. */
  ranksHidden: z.optional(z.boolean()),
  /** The region the scene is about: the root, or the one asked for. */
  region: RegionCode,
  /** The region whose parts it shows: the pack's root, or the one asked for. */
  root: RegionCode,
  /** The pack's root, where `root` is a region below it. */
  top: z.optional(RegionCode),
  sources: z.array(Source),
  milestones: z.array(Milestone),
  /** The named programmes of the scene's theme. */
  programmes: z.array(Programme),
  /** Of the dimensions that the observations are broken down by, and of the codes that they are. */
  codeLists: z.array(CodeList),
  indicators: z.array(Indicator),
  regions: z.array(Region),
  observations: z.array(Observation)
})

/**
 * The API as plain data. The server, the mocks, the client and the OpenAPI document are all bound
 * to this table; `id` names the repository's method. Inputs are the path and query parameters as text.
 */
export const endpoints = [
  {
    id: 'pack',
    path: '/api/v1/pack',
    params: z.object({}),
    query: z.object(release),
    response: PackAnswer,
    summary: 'The deployment: titles, root region, sources, map terms, scenes.'
  },
  { id: 'regions', path: '/api/v1/regions', params: z.object({}), query: z.object(release), response: RegionsAnswer, summary: 'Regions by GB/T 2260 code.' },
  {
    id: 'boundaries',
    path: '/api/v1/boundaries/:code',
    params: z.object({ code: RegionCode }),
    query: z.object({ ...release, context: z.optional(z.enum(['0', '1'])) }),
    response: FeatureCollection,
    summary: 'GeoJSON of the children of a region; context=1 adds the outline, echo lines and neighbours.'
  },
  {
    id: 'indicators',
    path: '/api/v1/indicators',
    params: z.object({}),
    query: z.object(release),
    response: IndicatorsAnswer,
    summary: 'What each figure counts.'
  },
  { id: 'scenes', path: '/api/v1/scenes', params: z.object({}), query: z.object(release), response: ScenesAnswer, summary: 'The scenes of the pack.' },
  {
    id: 'scene',
    path: '/api/v1/scenes/:id',
    params: z.object({ id: SceneId }),
    query: z.object({ ...release, region: z.optional(RegionCode), root: z.optional(RegionCode) }),
    response: SceneAnswer,
    summary: 'One scene with every figure it draws; root goes down the region tree, region selects one of its parts.'
  },
  {
    id: 'panel',
    path: '/api/v1/panels/:scene/:panel',
    params: z.object({ scene: SceneId, panel: SceneId }),
    query: z.object({ ...release, region: z.optional(RegionCode), root: z.optional(RegionCode) }),
    response: SceneAnswer,
    summary: 'One panel by itself: its scene with no other panel, and with no figure but those it shows or states.'
  },
  {
    id: 'observations',
    path: '/api/v1/observations',
    params: z.object({}),
    query: z.object({ ...release, indicator: z.optional(IndicatorId), refArea: z.optional(RegionCode), from: pointParam, to: pointParam }),
    response: ObservationsAnswer,
    summary: 'Observations as of a release; from and to match overlapping periods.'
  },
  { id: 'releases', path: '/api/v1/releases', params: z.object({}), query: z.object({}), response: ReleasesAnswer, summary: 'All releases, oldest first.' },
  {
    id: 'version',
    path: '/api/v1/version',
    params: z.object({}),
    query: z.object({}),
    response: VersionAnswer,
    summary: 'Version of the software, the pack and the current release.'
  }
] as const

/** Server-sent events: `event: release`, `data: {"release":N}`, and a `heartbeat` with the server's time and the build of the pages it hands out. */
export const eventsPath = '/api/v1/events'
export const ReleaseEvent = z.object({ release: releaseNumber })
export const HeartbeatEvent = z.object({ now: z.string(), build: z.optional(z.string()) })

export type Endpoint = (typeof endpoints)[number]
export type EndpointId = Endpoint['id']
export type EndpointOf<Id extends EndpointId> = Extract<Endpoint, { id: Id }>
/** An empty zod object infers an index signature of `never`, which nothing could be joined with. */
type Known<T> = string extends keyof T ? object : T
export type EndpointInput<Id extends EndpointId> = Known<z.infer<EndpointOf<Id>['params']>> & Known<z.infer<EndpointOf<Id>['query']>>
export type EndpointAnswer<Id extends EndpointId> = z.infer<EndpointOf<Id>['response']>

export type PackAnswer = z.infer<typeof PackAnswer>
export type SceneAnswer = z.infer<typeof SceneAnswer>
