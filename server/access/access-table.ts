import { booksPath, decksPath, scenePptxPath, sceneXlsxPath } from '#contract/decks.ts'
import { embedSessionPath } from '#contract/embed-session.ts'
import { endpoints, eventsPath } from '#contract/endpoints.ts'
import { jobPath } from '#contract/jobs.ts'
import { oEmbedPath } from '#contract/oembed.ts'
import { openApiPath } from '#contract/openapi.ts'
import { remoteCommandsPath, remotePairPath, remoteSessionPath, wallCodePath, wallRemotePath } from '#contract/remote.ts'
import { wallReloadPath, wallsPath } from '#contract/walls.ts'
import { adminPath } from '#server/http/admin-route.ts'
import { manifestPath } from '#server/http/manifest-route.ts'
import { pagePatterns } from '#server/http/page-routes.ts'
import { noQuery, ownBoundaries, ownPack, ownPanel, ownScene, type ScopeRule } from './scope-rules.ts'

/** `device`: with a device token in `Authorization`; `steering`: with one in a header of its own, since `Authorization` is spoken for. */
export type Rule = 'open' | 'device' | 'steering' | ScopeRule

const PANEL = '/api/v1/panels/:scene/:panel'
const PICTURE = ownPanel(['width'])

const all = (paths: readonly string[], rule: Rule): (readonly [string, Rule])[] => paths.map((path) => [path, rule] as const)

/** What carries no figure, and what has a token of its own. */
const OPEN = [openApiPath, '/healthz', '/readyz', manifestPath, ...pagePatterns, adminPath, embedSessionPath]

const STEERING = [wallReloadPath, wallRemotePath, wallCodePath, remotePairPath, remoteSessionPath, remoteCommandsPath]

const EMBEDDED: readonly (readonly [string, ScopeRule])[] = [
  [PANEL, ownPanel()],
  [`${PANEL}.svg`, PICTURE],
  [`${PANEL}.png`, PICTURE],
  [`${PANEL}.csv`, PICTURE],
  ['/api/v1/scenes/:id', ownScene],
  ['/api/v1/boundaries/:code', ownBoundaries],
  ['/api/v1/pack', ownPack],
  ['/api/v1/version', noQuery]
]

/** By the pattern of the route, which is what the router made of a path however it was written. */
const TABLE: ReadonlyMap<string, Rule> = new Map([
  ...all(
    endpoints.map(({ path }) => path),
    'device'
  ),
  ...all([wallsPath, oEmbedPath, eventsPath, scenePptxPath, decksPath, sceneXlsxPath, booksPath, jobPath], 'device'),
  ...all(STEERING, 'steering'),
  ...all(OPEN, 'open'),
  ...EMBEDDED
])

/** A route that nobody has thought about is closed to all but devices. */
export const ruleOf = (pattern: string): Rule => TABLE.get(pattern) ?? 'device'

export const isThoughtAbout = (pattern: string): boolean => TABLE.has(pattern)
