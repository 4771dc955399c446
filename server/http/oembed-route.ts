import type { FastifyInstance, FastifyRequest } from 'fastify'
import { EMBED_SANDBOX } from '#contract/embed-sandbox.ts'
import { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { oEmbedPath, type OEmbed } from '#contract/oembed.ts'
import { badRequest, Problem } from '#contract/problem.ts'
import { seriesPeriods, spanWithout } from '#contract/series-periods.ts'
import type { AnswerBook } from '#server/answers/answer-book.ts'
import { answerOf } from '#server/answers/answer-of.ts'
import { buildAnswer } from '#server/answers/answer.ts'
import { escaped } from '#server/markup.ts'
import { titleOfPanel } from '#server/render/panel-title.ts'
import { embedPathOf, embedViewOf, type EmbedView } from './embed-view.ts'
import { refuseOtherMethods } from './endpoint-routes.ts'
import { ownAddress } from './own-address.ts'
import { sendAnswer } from './send-answer.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** CSS pixels, where the page that asks has room for it. */
const SIZES = { panel: { width: 800, height: 500 }, scene: { width: 1280, height: 720 } } as const satisfies Record<string, Size>

interface Question {
  readonly url: URL
  readonly most: Size
}

const notOurs = (): Problem => new Problem(404, '没有这项资源', '这个地址不是本站可以嵌入的内容')

/** Infinity where it is not asked for. @throws Problem 400 */
function most(name: string, query: URLSearchParams): number {
  const text = query.get(name)
  if (text === null) return Infinity
  if (!/^[1-9]\d{0,4}$/.test(text)) throw badRequest(`${name} 须为 1 到 99999 的整数`)
  return Number(text)
}

/** @throws Problem 400, 404 for what is no address, 501 for another format than JSON */
function questionOf({ url: asked }: FastifyRequest): Question {
  const query = new URLSearchParams(asked.split('?').slice(1).join('?'))
  if ((query.get('format') ?? 'json') !== 'json') throw new Problem(501, '不支持这种格式', 'format 只能是 json')
  const url = query.get('url')
  if (url === null || url === '') throw badRequest('url 缺少这一项')
  const size = { width: most('maxwidth', query), height: most('maxheight', query) }
  if (!URL.canParse(url)) throw notOurs()
  return { url: new URL(url), most: size }
}

const releaseOf = ({ release }: EmbedView): number | undefined => (release === undefined ? undefined : Number(release))

/** @throws Problem 404 for a scene, panel, region or release that is not there, or a period that it has nothing of */
async function shownBy(book: AnswerBook, view: EmbedView): Promise<SceneAnswer> {
  const { scene, panel, region, root, period } = view
  const place = { region, root, release: releaseOf(view) }
  const { identity } = await (panel === undefined ? answerOf(book, 'scene', { id: scene, ...place }) : answerOf(book, 'panel', { scene, panel, ...place }))
  const answer = SceneAnswer.parse(JSON.parse(identity.body.toString()))
  if (period !== undefined && spanWithout(period, seriesPeriods(answer.observations)) !== null) throw notOurs()
  return answer
}

/** @throws Problem 404 for a panel that is not there */
function titleOf(answer: SceneAnswer, { panel, metric }: EmbedView): string {
  const title = panel === undefined ? answer.scene.title : titleOfPanel(answer, panel, metric)
  if (title === undefined) throw notOurs()
  return title
}

async function providerOf(book: AnswerBook): Promise<string> {
  const { identity } = await answerOf(book, 'pack', {})
  const { title, product } = PackAnswer.parse(JSON.parse(identity.body.toString())).info
  return `${title} ${product}`
}

/** No part of it runs in the page that takes it: a frame that may neither leave its box nor tell its address. */
const frame = (src: string, title: string, { width, height }: Size): string =>
  `<iframe src="${escaped(src)}" title="${escaped(title)}" width="${width}" height="${height}" frameborder="0" loading="lazy"` +
  ` sandbox="${EMBED_SANDBOX}" referrerpolicy="no-referrer"></iframe>`

/** What a content system asks when somebody pastes the address of an embed into a text. No token ever stands in it. */
export function oEmbedRoute(
  app: FastifyInstance,
  book: AnswerBook,
  { salt, publicUrl }: { readonly salt: string; readonly publicUrl: string | undefined }
): void {
  app.get(oEmbedPath, async (request, reply) => {
    const { url, most: room } = questionOf(request)
    const own = ownAddress(request, publicUrl)
    const view = embedViewOf(url)
    if (own === undefined || view === undefined || url.origin !== new URL(own).origin) throw notOurs()
    const title = titleOf(await shownBy(book, view), view)
    const wanted = view.panel === undefined ? SIZES.scene : SIZES.panel
    const size = { width: Math.min(wanted.width, room.width), height: Math.min(wanted.height, room.height) }
    const html = frame(new URL(embedPathOf(view), own).href, title, size)
    const answer: OEmbed = { type: 'rich', version: '1.0', title, provider_name: await providerOf(book), provider_url: own, html, ...size }
    return sendAnswer(request, reply, await buildAnswer(answer, 'quick', salt))
  })
  refuseOtherMethods(app, oEmbedPath, ['GET', 'HEAD'])
}
