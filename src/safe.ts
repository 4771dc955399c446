/** The figures of a wall whose app does not start: from the server or, without one, as they were stored last. */
import type * as z from 'zod/mini'
import { staticPath } from '#contract/static-files.ts'
import type { IndicatorsAnswer, ObservationsAnswer, PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { instantText } from '#format/period.ts'
import { showPlainPage } from '#modes/wall/plain-page.ts'
import { plainRows } from '#modes/wall/plain-rows.ts'
import { openAnswerStore } from '#queries/answer-store.ts'
import { bearer } from '#queries/credential.ts'
import { isStatic } from '#queries/static-site.ts'
import { withinTime } from '#queries/within-time.ts'

const PATIENCE = 5_000
const AGAIN = 60_000
const TITLE = '数据大屏'

const get = async <T>(name: string): Promise<T> => {
  const address = `/api/v1/${name}`
  const response = await withinTime(fetch(isStatic() ? staticPath(address) : address, { headers: { accept: 'application/json', ...bearer() } }), PATIENCE)
  if (!response.ok) throw new Error(String(response.status))
  return (await withinTime(response.json(), PATIENCE)) as T
}

async function fromServer() {
  const [pack, { indicators }, { observations }] = await Promise.all([
    get<PackAnswer>('pack'),
    get<z.infer<typeof IndicatorsAnswer>>('indicators'),
    get<z.infer<typeof ObservationsAnswer>>('observations')
  ])
  const { root, sources, title } = pack.info
  return { title, note: '安全模式：页面没有启动成功，先列数字，稍后自动恢复', rows: plainRows([{ root, sources, indicators, observations }]) }
}

async function fromStore() {
  const stored = await openAnswerStore().read()
  const scenes = stored.filter(({ key }) => key[0] === 'scene')
  const info = stored.flatMap(({ key, data }) => (key[0] === 'pack' ? [(data as PackAnswer).info] : []))[0]
  const rows = plainRows(scenes.map(({ data }) => data as SceneAnswer))
  const oldest = new Date(Math.min(...scenes.map(({ confirmedAt }) => confirmedAt)))
  const since = rows.length === 0 || info === undefined ? '' : `，展示 ${instantText(oldest.toISOString(), info.timeZone)} 缓存`
  return { title: info?.title ?? TITLE, note: `安全模式：已断开${since}，稍后自动恢复`, rows }
}

async function show(): Promise<void> {
  const page = await fromServer().catch(fromStore)
  showPlainPage(document.body, page)
}

void show()
setInterval(() => void show(), AGAIN)
