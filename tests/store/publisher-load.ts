import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod/mini'
import { ObservationsAnswer, ReleasesAnswer } from '#contract/endpoints.ts'
import type { Release } from '#contract/release.ts'
import { tinyFigure } from '#server/testing/tiny-pack.ts'
import type { RunningApp } from './built-app.ts'

/** Rows in one publication: enough that one could be found half there. */
const ROWS = 60
const AT_ONCE = 3
const Published = z.object({ release: z.int() })

/** What was asked for, by the value that all its rows carry. */
export interface Attempt {
  readonly value: number
  /** Set once the server has said that it is published. */
  acknowledged: number | undefined
  /** The server said that nothing was changed. Neither: nobody knows. */
  refused: boolean
}

const publication = (value: number) => ({
  note: `第 ${value} 次`,
  source: '连续发布',
  observations: Array.from({ length: ROWS }, (_, row) =>
    tinyFigure({
      indicator: 'monthly',
      refArea: '330802',
      scope: '全区',
      freq: 'M',
      timePeriod: `${1960 + Math.floor(row / 12)}-${String(1 + (row % 12)).padStart(2, '0')}`,
      obsValue: String(value)
    })
  )
})

const Refusal = z.object({ status: z.literal(503), title: z.literal('数据库暂不可用') })

async function attempt({ url }: RunningApp, token: string, made: Attempt): Promise<void> {
  const response = await fetch(`${url}/admin/releases`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(publication(made.value))
  })
  const said: unknown = await response.json()
  if (response.status === 201) made.acknowledged = Published.parse(said).release
  else made.refused = Refusal.safeParse(said).success
}

/** Publishes without end, several at once, until `stop` says so. Every attempt is written down before it is made. */
export async function publishUntil(app: RunningApp, attempts: Attempt[], stop: () => boolean): Promise<void> {
  const token = await app.token()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (!stop()) {
        const made: Attempt = { value: attempts.length + 1, acknowledged: undefined, refused: false }
        attempts.push(made)
        await attempt(app, token, made).catch(() => undefined)
        if (made.acknowledged === undefined) await delay(20)
      }
    })
  )
}

export interface Found {
  acknowledgedPresent: number
  /** Acknowledged and not there, or there as something else. */
  lost: number
  refusedAbsent: number
  unknownWhole: number
  unknownAbsent: number
  /** A release with other rows than it was given, one attempt as two releases, a refused one that is there, a gap. */
  broken: number
}

const get = async (url: string): Promise<unknown> => (await fetch(url)).json()

async function isWhole(app: RunningApp, release: number, value: number): Promise<boolean> {
  const { observations } = ObservationsAnswer.parse(await get(`${app.url}/api/v1/observations?indicator=monthly&release=${release}&from=1960&to=1964`))
  return observations.length === ROWS && observations.every((o) => o.obsValue === String(value) && o.release === release)
}

type Verdict = keyof Found

async function judge(app: RunningApp, { value, acknowledged, refused }: Attempt, releases: readonly Release[]): Promise<Verdict> {
  const [first, ...more] = releases.filter(({ note }) => note === `第 ${value} 次`)
  if (first === undefined) return acknowledged !== undefined ? 'lost' : refused ? 'refusedAbsent' : 'unknownAbsent'
  const whole = more.length === 0 && first.observations === ROWS && (await isWhole(app, first.release, value))
  if (!whole || refused) return 'broken'
  if (acknowledged === undefined) return 'unknownWhole'
  return acknowledged === first.release ? 'acknowledgedPresent' : 'lost'
}

/** Holds what was attempted against what a server that has just started answers. */
export async function inspect(app: RunningApp, attempts: readonly Attempt[]): Promise<Found> {
  const { releases } = ReleasesAnswer.parse(await get(`${app.url}/api/v1/releases`))
  const gaps = releases.filter(({ release }, index) => release !== index + 1).length
  const found: Found = { acknowledgedPresent: 0, lost: 0, refusedAbsent: 0, unknownWhole: 0, unknownAbsent: 0, broken: gaps }
  for (const made of attempts) found[await judge(app, made, releases)] += 1
  return found
}
