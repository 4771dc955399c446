import * as z from 'zod/mini'
import { endpoints, type EndpointId } from '#contract/endpoints.ts'
import { addressOf } from './addresses.ts'
import { packOf, regionsOf, type Context } from './context.ts'
import { jsonOf } from './reply.ts'

export interface Page {
  readonly id: EndpointId
  readonly path: string
}

const PLAIN: readonly EndpointId[] = ['pack', 'regions', 'indicators', 'scenes', 'observations', 'version']

/** Of these there are as many as the pack has. */
const MANY: readonly EndpointId[] = ['scene', 'panel', 'boundaries']

const plainPath = (id: EndpointId): string => endpoints.filter((endpoint) => endpoint.id === id).map(({ path }) => path as string)[0] ?? ''

const answers = (context: Context, { path }: Page): Promise<boolean> =>
  context.get(path).then(
    ({ status }) => status === 200,
    () => false
  )

/** Where there is no answer, `shape.*` says so, and no other rule has anything to look at. */
async function answering(context: Context, pages: readonly Page[]): Promise<Page[]> {
  const there = await Promise.all(pages.map((page) => answers(context, page)))
  return pages.filter((_page, index) => there[index])
}

const Panels = z.object({ scene: z.object({ panels: z.array(z.object({ id: z.string() })) }) })

/** Whatever else is wrong with a scene, its panels are asked for. */
async function panelPagesOf(context: Context, scene: string): Promise<Page[]> {
  const reply = await context.get(addressOf.scene(scene)).catch(() => undefined)
  const { data } = Panels.safeParse(reply === undefined ? undefined : jsonOf(reply))
  return (data?.scene.panels ?? []).map(({ id }) => ({ id: 'panel', path: addressOf.panel(`${scene}/${id}`) }))
}

const panelPages = async (context: Context): Promise<Page[]> =>
  (await Promise.all((await packOf(context)).scenes.map(({ id }) => panelPagesOf(context, id)))).flat()

/** One address of each endpoint that the profile has, made from the pack itself: any pack can be held against the rules. */
export async function onePageEach(context: Context): Promise<Page[]> {
  const { info, scenes } = await packOf(context)
  const plain: readonly EndpointId[] = context.can('releases') ? [...PLAIN, 'releases'] : PLAIN
  return answering(context, [
    ...plain.map((id) => ({ id, path: plainPath(id) })),
    { id: 'boundaries', path: addressOf.boundaries(info.root) },
    ...scenes.slice(0, 1).map(({ id }): Page => ({ id: 'scene', path: addressOf.scene(id) })),
    ...(await panelPages(context)).slice(0, 1)
  ])
}

/** Every address of an endpoint: each scene, each of its panels, each region's map. */
export async function pagesOf(context: Context, id: EndpointId): Promise<Page[]> {
  if (id === 'scene') return (await packOf(context)).scenes.map((scene) => ({ id, path: addressOf.scene(scene.id) }))
  if (id === 'boundaries') return (await regionsOf(context)).map(({ code }) => ({ id, path: addressOf.boundaries(code) }))
  if (id === 'panel') return panelPages(context)
  return [{ id, path: plainPath(id) }]
}

/** Every address the screen may fetch without a query. */
export async function allPages(context: Context): Promise<Page[]> {
  const one = await onePageEach(context)
  const many = await Promise.all(MANY.map((id) => pagesOf(context, id)))
  return [...one.filter(({ id }) => !MANY.includes(id)), ...(await answering(context, many.flat()))]
}
