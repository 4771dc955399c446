import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { Failure } from '#server/messages/failure.ts'
import { ScopeClaims, TICKET_SECONDS } from './claims.ts'

export type Order =
  | { readonly what: 'device'; readonly name: string; readonly days: number }
  | { readonly what: 'devices' }
  | { readonly what: 'revoke'; readonly name: string }
  | { readonly what: 'ticket'; readonly claims: TicketClaims; readonly minutes: number }

/** A ticket's claims beside those that the command adds. */
export interface TicketClaims {
  readonly panel?: string
  readonly scene?: string
  readonly region?: string
  readonly root?: string
  readonly metric?: string
  readonly period?: string
  readonly release?: number
  readonly theme?: string
}

const USAGE = `用法：
npm run access -- device 名称 [--days 天数]         给一块屏或一台平板发设备令牌
npm run access -- devices                          列出已发的设备令牌
npm run access -- revoke 名称                      撤销
npm run access -- ticket --panel 场景/面板 或 --scene 场景 [--region 代码] [--root 代码] [--metric 指标] [--period 期间] [--release 版次] [--theme ink|hong|paper] [--minutes 1到15]`

/** Five years: a wall is not to go dark by itself. */
const DAYS = 1825
const MINUTES = TICKET_SECONDS / 60

const OPTIONS = ['days', 'panel', 'scene', 'region', 'root', 'metric', 'period', 'release', 'theme', 'minutes'] as const
type Values = Partial<Record<(typeof OPTIONS)[number], string>>

function parse(args: readonly string[]): { positionals: string[]; values: Values } {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' as const }])) })
  } catch {
    throw new Failure(`看不懂这些参数。${USAGE}`)
  }
}

/** @throws Failure */
function whole(text: string | undefined, { name, from = 1, to, otherwise }: { name: string; from?: number; to: number; otherwise: number }): number {
  if (text === undefined) return otherwise
  const number = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  if (number >= from && number <= to) return number
  throw new Failure(`--${name} 须为 ${from} 到 ${to} 的整数，而不是 ${text}。`)
}

function nameIn(positionals: readonly string[]): string {
  const [, name = '', ...rest] = positionals
  if (rest.length > 0 || !/^\P{Cc}{1,40}$/u.test(name) || name !== name.trim()) throw new Failure(`名称须为 1 到 40 个字，有空格时加引号。${USAGE}`)
  return name
}

/** Whether the server would take them, before anybody wonders why it does not. @throws Failure naming the first that is wrong. */
function ticketClaims({ days: _days, minutes: _minutes, release, ...given }: Values): TicketClaims {
  if ((given.panel === undefined) === (given.scene === undefined)) throw new Failure(`--panel 和 --scene 须有且只有一个。${USAGE}`)
  const claims = { ...given, ...(release === undefined ? {} : { release: whole(release, { name: 'release', to: 999_999_999, otherwise: 1 }) }) }
  for (const [name, value] of Object.entries(claims)) {
    const place = name === 'panel' ? {} : { scene: 'any' }
    const sample = { aud: 'tongxin-screen', iat: 0, exp: 1, jti: 'x'.repeat(16), ...place, [name]: value }
    if (!z.safeParse(ScopeClaims, sample).success) throw new Failure(`--${name} 的值 ${String(value)} 不对。${USAGE}`)
  }
  return claims
}

const FOR: Readonly<Record<Order['what'], readonly string[]>> = { device: ['days'], devices: [], revoke: [], ticket: OPTIONS.filter((name) => name !== 'days') }
const isOrder = (what: string | undefined): what is Order['what'] => what !== undefined && Object.hasOwn(FOR, what)

/** @throws Failure with the usage. */
export function parseOrder(args: readonly string[]): Order {
  const { positionals, values } = parse(args)
  const [what, ...rest] = positionals
  if (!isOrder(what) || Object.keys(values).some((name) => !FOR[what].includes(name))) throw new Failure(USAGE)
  if (what === 'device') return { what, name: nameIn(positionals), days: whole(values.days, { name: 'days', to: 3650, otherwise: DAYS }) }
  if (what === 'revoke') return { what, name: nameIn(positionals) }
  if (rest.length > 0) throw new Failure(USAGE)
  if (what === 'devices') return { what }
  return { what, claims: ticketClaims(values), minutes: whole(values.minutes, { name: 'minutes', to: MINUTES, otherwise: MINUTES }) }
}
