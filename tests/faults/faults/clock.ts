import { send, type Exchange } from '#tests/faults/exchange.ts'
import type { Fault } from '#tests/faults/fault.ts'
import { problemOf } from './status.ts'

const DAY = 86_400_000
const YEAR = 365 * DAY
const from = 'a clock jump (NTP, 1970 at boot) that made stale data "fresh" for ever'
const base = { group: 'clock', from, expect: { label: 'none', fresh: true } } as const

const shifted = (text: string, by: number): string => new Date(Date.parse(text) + by).toISOString()
const nowIn = (text: string, by: number): string => text.replaceAll(/"now":"([^"]+)"/g, (_all, at: string) => `"now":"${shifted(at, by)}"`)

/** The server's clock is off: in the header Date, in heartbeats, in its replies to reports. */
const serverOff = (by: number): Pick<Fault, 'on' | 'answer' | 'streams'> => ({
  on: 'api',
  streams: { rewrite: (text) => nowIn(text, by) },
  answer: async (exchange: Exchange) => {
    const whole = await exchange.whole()
    const headers = { ...whole.headers, date: new Date(Date.now() + by).toUTCString() }
    send(exchange, { ...whole, headers, body: Buffer.from(nowIn(whole.body.toString(), by)) })
  }
})

/** The wall's own clock is off; what counts time without a date (performance.now) is not. */
const wallOff = (offsets: readonly number[], each = 0): Pick<Fault, 'on' | 'machine'> => ({ on: 'wall', machine: { offsets, each } })

const to = (date: string): number => Date.parse(date) - Date.now()

const abroad = (zone: string): Pick<Fault, 'on' | 'machine'> => ({ on: 'wall', machine: { zone } })

const apiDead = { on: 'api', expect: { label: 'must' }, answer: problemOf(500, 'failed') } as const

export const clock: readonly Fault[] = [
  { ...base, name: "the server's clock a day ahead", ...serverOff(DAY) },
  { ...base, name: "the server's clock a year back", ...serverOff(-YEAR) },
  { ...base, name: "the wall's clock at 1970", ...wallOff([to('1970-01-01T00:00:30Z')]) },
  { ...base, name: "the wall's clock at 2099", ...wallOff([to('2099-12-31T23:59:50Z')]) },
  { ...base, name: "the wall's clock jumps while it runs", ...wallOff([DAY, -YEAR, 3_600_000, -30_000, 40 * YEAR], 1_500) },
  { ...base, name: "the wall's clock at 1970 while the API is dead", ...wallOff([to('1970-01-01T00:00:30Z')]), ...apiDead },
  { ...base, name: "the wall's clock at 2099 while the API is dead", ...wallOff([to('2099-12-31T23:59:50Z')]), ...apiDead },
  { ...base, name: "the wall's clock jumps while the API is dead", ...wallOff([DAY, -YEAR, 3_600_000], 1_500), ...apiDead },
  { ...base, name: 'the wall stands in another time zone', ...abroad('America/St_Johns') },
  { ...base, name: 'the wall stands beyond the date line', ...abroad('Pacific/Kiritimati') }
]
