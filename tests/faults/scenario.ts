import { setTimeout as delay } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import type { Fault } from './fault.ts'
import { judge, type Phase, type Verdict } from './judge.ts'
import type { Lane } from './lane.ts'
import type { Pace } from './limits.ts'
import { contentOf, tellingValue, TELLING_SCENE, type Seen } from './look.ts'
import { openFresh, openProfile, setMachine, type OpenWall } from './open-wall.ts'

export interface Scenario {
  readonly fault: Fault
  readonly phase: Phase
}

export interface Outcome extends Verdict, Scenario {}

/** What a lane's walls have in common. */
export interface Stage {
  readonly lane: Lane
  readonly browser: Browser
  /** The profile of a browser that has been at the wall before. */
  readonly profile: string
  /** How each scene looks while all is well. */
  readonly good: ReadonlyMap<string, string>
  readonly pace: Pace
}

const ROUND: readonly (readonly [scene: string, seconds: number])[] = [
  [TELLING_SCENE, 3],
  ['shitang', 2],
  ['minzu', 4]
]
const STANDS: typeof ROUND = [[TELLING_SCENE, 3_600]]
const ROUND_MS = 20_000
const PREPARED = 60_000
const PEAK = 80
const STEADY = 300
const ENOUGH = 90_000

export function addressOf(proxyUrl: string, round: typeof ROUND, waits: string | undefined): string {
  const query = [`play=${round.map((stop) => stop.join(':')).join(',')}`, 'name=faults', 'audit=1', ...(waits === undefined ? [] : [`waits=${waits}`])]
  return `${proxyUrl}/wall?${query.join('&')}`
}

/** Live, with the release that has this value. */
const shows =
  (value: number) =>
  (look: Seen): boolean =>
    isLive(look) && tellingValue(look) === value

const isLive = ({ connection }: Seen): boolean => connection === 'live'

/** Shows every scene of the round once: what the browser then has is what an earlier visit leaves. */
export async function prepareProfile(lane: Lane, folder: string, pace: Pace): Promise<ReadonlyMap<string, string>> {
  // A wall that is about to change has two scenes in the page; these stand until they are told to go on.
  const slowly = ROUND.map(([scene]) => [scene, 3_600] as const)
  const wall = await openProfile(folder, addressOf(lane.proxy.url, slowly, pace.waits), { copy: false })
  const good = new Map<string, string>()
  for (const [scene] of ROUND) {
    const at = await wall.until((look) => look.scene === scene && look.ready && isLive(look), PREPARED)
    const look = wall.seen.findLast((look) => look.scene === scene && look.ready)
    if (at === undefined || look === undefined) throw new Error(`${scene} was never ready: ${JSON.stringify(wall.now())}`)
    good.set(scene, contentOf(look))
    await wall.page.evaluate(() => globalThis.__wall?.next())
  }
  await wall.page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: PREPARED })
  await wall.close()
  return good
}

/** The wall as the phase wants it, before the fault; at boot the fault comes first. */
async function before({ fault, phase }: Scenario, { lane, browser, profile, good, pace }: Stage): Promise<OpenWall> {
  const waits = fault.waits ?? pace.waits
  if (phase === 'boot') {
    await begin(fault, lane, pace)
    return openProfile(profile, addressOf(lane.proxy.url, STANDS, waits), { machine: fault.machine })
  }
  const wall = await openFresh(browser, addressOf(lane.proxy.url, phase === 'steady' ? STANDS : ROUND, waits))
  const scenes = phase === 'steady' ? [TELLING_SCENE] : ROUND.map(([scene]) => scene)
  for (const scene of scenes) {
    const at = await wall.until((look) => look.scene === scene && isLive(look) && look.broken.length === 0 && contentOf(look) === good.get(scene), PREPARED)
    if (at !== undefined) continue
    await wall.close()
    throw new Error(`${scene} was not ready before the fault`)
  }
  if (phase === 'steady') await wall.page.evaluate(() => globalThis.__wall?.hold(true))
  return wall
}

async function begin(fault: Fault, lane: Lane, { patience }: Pace): Promise<void> {
  if (fault.kill === true) await lane.kill()
  else await lane.proxy.break(fault, patience)
}

async function end(fault: Fault, lane: Lane, wall: OpenWall): Promise<void> {
  if (fault.machine !== undefined) await setMachine(wall.page, {})
  if (fault.kill === true) await lane.restart()
  else await lane.proxy.heal()
}

/** Waits for what the fault is expected to bring, and publishes while it lasts. */
async function during({ fault, phase }: Scenario, { lane, pace }: Stage, wall: OpenWall, begun: number): Promise<{ value?: number; findings: string[] }> {
  const { label, fresh = false } = fault.expect
  const round = phase === 'rotation' ? ROUND_MS : 0
  const boot = phase === 'boot' ? pace.boot : 0
  const wait = label === 'must' ? pace.label : label === 'soon' ? pace.soon : 0
  if (boot > 0) await wall.until((look) => look.ready, boot)
  // At boot what was stored is labelled until it is confirmed.
  if (label === 'none') await wall.until(isLive, boot)
  else await wall.until((look) => look.at >= begun && look.connection !== null && !isLive(look), wait + boot)
  const value = fault.kill === true ? undefined : await lane.publish()
  const findings: string[] = []
  if (fresh) {
    const limit = pace.fresh + round
    const shown = await wall.until((look) => tellingValue(look) === value, limit)
    if (shown === undefined) findings.push(`a release published meanwhile did not come within ${limit / 1_000} s`)
  }
  const least = label === 'none' || label === 'may' ? pace.watch : pace.settle
  await delay(Math.max(least, phase === 'rotation' ? begun + pace.turns - performance.now() : 0))
  await enough(fault, lane)
  return { value, findings }
}

/** A fault that has to be met so often lasts until it has been, though not for ever. */
async function enough({ atLeast = 0 }: Fault, { proxy }: Lane): Promise<void> {
  for (const end = performance.now() + ENOUGH; proxy.seen().faulted < atLeast && performance.now() < end;) await delay(100)
}

/** A fault that nobody met proves nothing. A page that stands asks for no page. */
function unmet({ fault, phase }: Scenario, { proxy }: Lane): string[] {
  const { faulted, peak } = proxy.seen()
  const wanted = fault.answer === undefined || fault.door !== undefined || (fault.on === 'page' && phase !== 'boot') ? 0 : (fault.atLeast ?? 1)
  return [
    ...(faulted < wanted ? [`only ${faulted} requests met the fault, not ${wanted}`] : []),
    ...(peak > (fault.peak ?? PEAK) ? [`${peak} requests in one second`] : [])
  ]
}

/** Whether all is well again: live, with the release published meanwhile, and then with one published now. */
async function after({ phase }: Scenario, { lane, pace }: Stage, wall: OpenWall, value: number | undefined): Promise<{ live?: number; findings: string[] }> {
  const limit = pace.recover + (phase === 'rotation' ? ROUND_MS : 0)
  const begun = performance.now()
  const live = await wall.until(isLive, pace.recover)
  if (live === undefined) return { findings: [] }
  const meanwhile = await wall.until(shows(value ?? (await lane.publish())), limit - (live - begun))
  if (meanwhile === undefined) return { live, findings: ['a release published meanwhile did not come afterwards'] }
  // What was taken up while all was wrong must not bar what comes now.
  const now = await wall.until(shows(await lane.publish()), limit)
  return { live, findings: now === undefined ? ['a release published afterwards did not come'] : [] }
}

async function watched(scenario: Scenario, stage: Stage, wall: OpenWall, opened: number): Promise<Outcome> {
  const { fault, phase } = scenario
  const { lane, pace, good } = stage
  const begun = phase === 'boot' ? opened : performance.now()
  const from = phase === 'boot' ? 0 : wall.seen.length - 1
  if (phase !== 'boot') {
    await begin(fault, lane, pace)
    if (fault.machine !== undefined) await setMachine(wall.page, fault.machine)
  }
  const { value, findings } = await during(scenario, stage, wall, begun)
  const met = unmet(scenario, lane)
  await end(fault, lane, wall)
  const healed = performance.now()
  const { live: recovered, findings: late } = await after(scenario, stage, wall, value)
  await delay(STEADY)
  const course = {
    phase,
    label: fault.expect.label,
    good,
    seen: wall.seen.slice(from),
    begun,
    healed,
    recovered,
    mishaps: wall.mishaps,
    rotating: phase === 'rotation'
  }
  const verdict = judge(course, pace)
  return { ...scenario, ...verdict, findings: [...met, ...findings, ...verdict.findings, ...late] }
}

/** One fault in one phase, from a wall that is well to one that is well again. */
export async function runScenario(scenario: Scenario, stage: Stage): Promise<Outcome> {
  const opened = performance.now()
  let wall: OpenWall | undefined
  try {
    wall = await before(scenario, stage)
    return await watched(scenario, stage, wall, opened)
  } finally {
    await wall?.close()
    await stage.lane.proxy.heal()
    await stage.lane.restart()
  }
}
