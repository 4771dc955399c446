import type * as z from 'zod/mini'
import { endpoints, type EndpointAnswer, type EndpointId } from '#contract/endpoints.ts'
import { addressOf } from './addresses.ts'
import { dropReason, type Profile } from './profiles.ts'
import { ask, jsonOf, type Reply } from './reply.ts'
import { parseTolerantly } from '#contract/tolerant.ts'
import { Blocked, type Api, type Capability } from './rule.ts'

/** What one run of the suite has seen so far: each address is fetched once, however many rules look at it. */
export interface Context {
  readonly api: Api
  readonly can: (capability: Capability) => boolean
  /** A plain GET, remembered. */
  readonly get: (path: string) => Promise<Reply>
  /** Fetched anew. */
  readonly fresh: (path: string, init?: RequestInit) => Promise<Reply>
  /** The typed answer at an address of an endpoint. @throws Blocked when the answer has another shape. */
  readonly read: <Id extends EndpointId>(id: Id, path: string) => Promise<EndpointAnswer<Id>>
}

export function schemaOf(id: EndpointId): z.ZodMiniType {
  const found = endpoints.find((endpoint) => endpoint.id === id)
  if (found === undefined) throw new Error(`no endpoint ${id}`)
  return found.response
}

export function createContext(api: Api, profile: Profile): Context {
  const seen = new Map<string, Promise<Reply>>()
  const fresh = (path: string, init?: RequestInit): Promise<Reply> => ask(api.fetch, path, init)
  const get = (path: string): Promise<Reply> => {
    const reply = seen.get(path) ?? fresh(path)
    seen.set(path, reply)
    return reply
  }
  const read = async <Id extends EndpointId>(id: Id, path: string): Promise<EndpointAnswer<Id>> => {
    const reply = await get(path).catch(() => undefined)
    const parsed = reply?.status === 200 ? parseTolerantly(schemaOf(id), jsonOf(reply)) : undefined
    if (parsed?.success !== true) throw new Blocked(`shape.${id}`, path, reply?.status ?? 0)
    return parsed.data as EndpointAnswer<Id>
  }
  return { api, can: (needs) => dropReason({ needs }, profile) === undefined, get, fresh, read }
}

export const packOf = (context: Context) => context.read('pack', addressOf.pack)
export const regionsOf = async (context: Context) => (await context.read('regions', addressOf.regions)).regions
export const indicatorsOf = async (context: Context) => (await context.read('indicators', addressOf.indicators)).indicators
export const observationsOf = async (context: Context) => (await context.read('observations', addressOf.observations)).observations

/** Every scene's answer, in the pack's order. */
export const scenesOf = async (context: Context) => {
  const { scenes } = await packOf(context)
  return Promise.all(scenes.map(({ id }) => context.read('scene', addressOf.scene(id))))
}

/** The map of a region's children. */
export const boundariesOf = (context: Context, code: string) => context.read('boundaries', addressOf.boundaries(code))
