import * as z from 'zod/mini'
import { deviceHeader } from '#contract/device-header.ts'
import { EmbedSession, embedSessionPath } from '#contract/embed-session.ts'
import {
  BOOK_TYPE,
  BookQuery,
  BooksQuery,
  booksPath,
  DECK_TYPE,
  DeckQuery,
  DecksQuery,
  decksPath,
  SceneDeckParams,
  scenePptxPath,
  sceneXlsxPath
} from '#contract/decks.ts'
import { endpoints, eventsPath, HeartbeatEvent, ReleaseEvent, type Endpoint } from '#contract/endpoints.ts'
import { JobAnswer, JobParams, jobPath, RESPOND_ASYNC } from '#contract/jobs.ts'
import { PICTURE_FORMATS, PICTURE_TYPES, PictureParams, picturePath, PictureQuery, type PictureFormat } from '#contract/pictures.ts'
import { OEmbed, oEmbedPath } from '#contract/oembed.ts'
import { ProblemDetails } from '#contract/problem.ts'
import { WallReloadAnswer, wallReloadPath, WallReply, WallReport, WallsAnswer, wallsPath } from '#contract/walls.ts'

export const openApiPath = '/api/v1/openapi.json'

type Json = { readonly [name: string]: unknown }

/** JSON Schema with its definitions moved to where an OpenAPI document keeps them. */
function componentsOf(name: string, schema: z.ZodMiniType): Json {
  const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  const moved: Json = JSON.parse(
    JSON.stringify({ [name]: rest, ...Object.fromEntries(Object.entries($defs).map(([key, value]) => [`${name}.${key}`, value])) }).replaceAll(
      '"#/$defs/',
      `"#/components/schemas/${name}.`
    )
  )
  return moved
}

const refTo = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const problem = (description: string): Json => ({ description, content: { 'application/problem+json': { schema: refTo('problem') } } })

function parametersOf(schema: z.ZodMiniType, place: 'path' | 'query'): Json[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' })
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: place === 'path', schema: property }))
}

const CACHE_HEADERS: Json = {
  ETag: { description: 'Strong, one for each encoding.', schema: { type: 'string' } },
  Vary: { schema: { const: 'Accept-Encoding' } },
  'Cache-Control': { schema: { const: 'no-cache' } }
}

const success = (schema: Json): Json => ({ description: 'The answer.', headers: CACHE_HEADERS, content: { 'application/json': { schema } } })
const NOT_MODIFIED: Json = { description: 'If-None-Match names the current ETag.' }

const operationOf = ({ id, summary, params, query }: Endpoint): Json => ({
  operationId: id,
  summary,
  parameters: [
    ...parametersOf(params, 'path'),
    ...parametersOf(query, 'query'),
    { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } }
  ],
  responses: {
    200: success(refTo(id)),
    304: NOT_MODIFIED,
    400: problem('A parameter breaks its rule.'),
    404: problem('No such resource or release.'),
    500: problem('An error of the server.')
  }
})

const PICTURE_SUMMARY: Readonly<Record<PictureFormat, string>> = {
  svg: 'A panel as a picture in SVG, with its letters, a title and a description in it.',
  png: 'A panel as a picture in PNG.',
  csv: 'The figures of a panel as CSV in UTF-8 with a byte order mark; its last rows say where they come from.'
}

const pictureOf = (format: PictureFormat): Json => ({
  operationId: `panel${format.toUpperCase()}`,
  summary: PICTURE_SUMMARY[format],
  parameters: [
    ...parametersOf(PictureParams, 'path'),
    ...parametersOf(PictureQuery, 'query'),
    { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } }
  ],
  responses: {
    200: {
      description: 'The file. A release that is named never changes; Link tells of the latest version where there is a newer one.',
      headers: { ...CACHE_HEADERS, Link: { description: 'rel="latest-version"', schema: { type: 'string' } } },
      content: { [PICTURE_TYPES[format].split(';')[0] ?? '']: format === 'png' ? {} : { schema: { type: 'string' } } }
    },
    304: NOT_MODIFIED,
    400: problem('A parameter breaks its rule.'),
    404: problem('No such scene, panel, region or release.'),
    503: { ...problem('Too many pictures are being made.'), headers: { 'Retry-After': { schema: { type: 'integer' } } } }
  }
})

const header = (name: string, schema: Json): Json => ({ name, in: 'header', required: false, schema })

const ACCEPTED: Json = {
  description: 'Asked with `Prefer: respond-async`: it is being made, and Location tells how it is coming on. A file that is there already comes with 200.',
  headers: { Location: { schema: { type: 'string' } }, 'Preference-Applied': { schema: { const: RESPOND_ASYNC } } },
  content: { 'application/json': { schema: refTo('job') } }
}

const fileOf = (type: string, operationId: string, summary: string, parameters: readonly Json[]): Json => ({
  operationId,
  summary,
  parameters: [...parameters, header('If-None-Match', { type: 'string' }), header('Prefer', { type: 'string', examples: [RESPOND_ASYNC] })],
  responses: {
    200: {
      description: 'The file. A release that is named never changes; Link tells of the latest version where there is a newer one.',
      headers: {
        ...CACHE_HEADERS,
        Vary: { schema: { const: 'Accept-Encoding, Prefer' } },
        Link: { description: 'rel="latest-version"', schema: { type: 'string' } }
      },
      content: { [type]: {} }
    },
    202: ACCEPTED,
    304: NOT_MODIFIED,
    400: problem('A parameter breaks its rule.'),
    404: problem('No such scene, region or release.'),
    503: { ...problem('Too many files are being made.'), headers: { 'Retry-After': { schema: { type: 'integer' } } } }
  }
})

const JOB_GONE = problem('No such job of this credential: one that nobody asks for is given up, and forgotten.')

const JOB: Json = {
  get: {
    operationId: 'job',
    summary: 'How a file is coming on that was asked for with `Prefer: respond-async`. Nobody but the credential that began it hears of it. Optional.',
    parameters: parametersOf(JobParams, 'path'),
    responses: { 200: { description: 'Never cached.', content: { 'application/json': { schema: refTo('job') } } }, 404: JOB_GONE }
  },
  delete: {
    operationId: 'cancelJob',
    summary: 'Gives the file up, unless somebody else waits for it. Optional.',
    parameters: parametersOf(JobParams, 'path'),
    responses: { 204: { description: 'It is given up, or was over already.' }, 404: JOB_GONE }
  }
}

const SCENE_DECK = fileOf(DECK_TYPE, 'scenePPTX', 'A scene as a PowerPoint file with charts, tables and maps that can be edited.', [
  ...parametersOf(SceneDeckParams, 'path'),
  ...parametersOf(DeckQuery, 'query')
])
const DECK = fileOf(DECK_TYPE, 'deckPPTX', 'Several scenes in one PowerPoint file, in the order that they are named in.', parametersOf(DecksQuery, 'query'))
const SCENE_BOOK = fileOf(
  BOOK_TYPE,
  'sceneXLSX',
  'The figures of a scene as a workbook: a sheet for each panel, numbers as numbers, then definitions and sources.',
  [...parametersOf(SceneDeckParams, 'path'), ...parametersOf(BookQuery, 'query')]
)
const BOOK = fileOf(BOOK_TYPE, 'deckXLSX', 'The figures of several scenes in one workbook.', parametersOf(BooksQuery, 'query'))

const EVENTS: Json = {
  operationId: 'events',
  summary: "Server-sent events: `release` at once and at each release, `heartbeat` with the server's time.",
  responses: {
    200: {
      description: 'An endless stream. The data of `release` is `releaseEvent`, that of `heartbeat` is `heartbeatEvent`.',
      content: { 'text/event-stream': { schema: { oneOf: [refTo('releaseEvent'), refTo('heartbeatEvent')] } } }
    },
    503: { ...problem('Too many clients, or not ready.'), headers: { 'Retry-After': { schema: { type: 'integer' } } } }
  }
}

const OPENAPI: Json = { operationId: 'openapi', summary: 'This document.', responses: { 200: success({ type: 'object' }), 304: NOT_MODIFIED } }

const json = (name: string): Json => ({ 'application/json': { schema: refTo(name) } })

const WALLS: Json = {
  get: {
    operationId: 'walls',
    summary: 'All walls that have reported, by name. Optional.',
    responses: { 200: { description: 'Never cached.', content: json('walls') } }
  },
  post: {
    operationId: 'reportWall',
    summary: 'A wall tells how it is, every 15 seconds. Optional.',
    requestBody: { required: true, content: json('wallReport') },
    responses: {
      200: { description: 'What the wall should know.', content: json('wallReply') },
      400: problem('A field breaks its rule.'),
      413: problem('The body is too large.'),
      415: problem('The body is no JSON.')
    }
  }
}

const RELOAD: Json = {
  operationId: 'reloadWall',
  summary: 'Asks a wall to load its page anew, with its next report. Optional.',
  parameters: parametersOf(z.object({ id: WallReport.shape.id }), 'path'),
  security: [{ operator: [] }],
  responses: {
    202: { description: 'The wall will be told.', content: json('wallReload') },
    401: problem('Not the token of the operator.'),
    403: problem('The server has no such token.'),
    404: problem('No such wall.'),
    429: { ...problem('Too many wrong tokens.'), headers: { 'Retry-After': { schema: { type: 'integer' } } } }
  }
}

const queryParameter = (name: string, required: boolean, schema: Json): Json => ({ name, in: 'query', required, schema })

const OEMBED: Json = {
  operationId: 'oembed',
  summary: 'Describes the embed at an address, as oembed.com has it. Optional.',
  parameters: [
    queryParameter('url', true, { type: 'string' }),
    queryParameter('maxwidth', false, { type: 'integer', minimum: 1 }),
    queryParameter('maxheight', false, { type: 'integer', minimum: 1 }),
    queryParameter('format', false, { const: 'json' })
  ],
  responses: {
    200: success(refTo('oembed')),
    304: NOT_MODIFIED,
    400: problem('A parameter is missing or breaks its rule.'),
    404: problem('Not an embed of this server, or of nothing that is there.'),
    501: problem('Another format than JSON.')
  }
}

const EMBED_SESSION: Json = {
  operationId: 'embedSession',
  summary: 'Exchanges a ticket, once, for a session with the same scope and the same end. There only where a server asks for tokens. Optional.',
  security: [{ ticket: [] }],
  responses: {
    200: { description: 'Never cached.', content: json('embedSession') },
    401: problem('Not a ticket that is good now, or one that was used before.'),
    404: problem('This server asks for no tokens.')
  }
}

/** Where a server asks for tokens: each operation but those that say otherwise wants one of these, and answers 401 without and 403 with too little. */
const SECURITY_SCHEMES: Json = {
  operator: { type: 'http', scheme: 'bearer' },
  device: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A device of the house: reads everything.' },
  deviceBeside: { type: 'apiKey', in: 'header', name: deviceHeader, description: 'The same, where Authorization is spoken for: steering and the operator.' },
  session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'One panel or scene with fixed parameters.' },
  ticket: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'To be exchanged for a session.' }
}

const templated = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}')

/** The API as an OpenAPI 3.1 document, made from the contract alone. */
export function openApiDocument(): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'tongxin-screen', version: 'v1', summary: 'Published regional figures as data.', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    paths: {
      ...Object.fromEntries(endpoints.map((endpoint) => [templated(endpoint.path), { get: operationOf(endpoint) }])),
      ...Object.fromEntries(PICTURE_FORMATS.map((format) => [templated(picturePath(format)), { get: pictureOf(format) }])),
      [templated(scenePptxPath)]: { get: SCENE_DECK },
      [decksPath]: { get: DECK },
      [templated(sceneXlsxPath)]: { get: SCENE_BOOK },
      [booksPath]: { get: BOOK },
      [templated(jobPath)]: JOB,
      [eventsPath]: { get: EVENTS },
      [openApiPath]: { get: OPENAPI },
      [wallsPath]: WALLS,
      [templated(wallReloadPath)]: { post: RELOAD },
      [oEmbedPath]: { get: OEMBED },
      [embedSessionPath]: { post: EMBED_SESSION }
    },
    components: {
      schemas: {
        ...Object.assign({}, ...endpoints.map(({ id, response }) => componentsOf(id, response))),
        ...componentsOf('problem', ProblemDetails),
        ...componentsOf('job', JobAnswer),
        ...componentsOf('releaseEvent', ReleaseEvent),
        ...componentsOf('heartbeatEvent', HeartbeatEvent),
        ...componentsOf('walls', WallsAnswer),
        ...componentsOf('wallReport', WallReport),
        ...componentsOf('wallReply', WallReply),
        ...componentsOf('wallReload', WallReloadAnswer),
        ...componentsOf('oembed', OEmbed),
        ...componentsOf('embedSession', EmbedSession)
      },
      securitySchemes: SECURITY_SCHEMES
    }
  }
}
