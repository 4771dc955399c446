import type { Ending, Served } from './served.ts'
import { pause, until } from './wait.ts'
import type { Publication, Watcher } from './watcher.ts'

/** Longer than any wait before another attempt: who is not back by then does not come back. */
const PATIENCE = 60_000
const MOMENT = 300
const FLIGHT = 150

/** Whether a release comes while all listen, is acknowledged just before the end, or is under way at the end. */
type Moment = 'none' | 'early' | 'late' | 'in flight'
const MOMENTS: readonly Moment[] = ['late', 'none', 'in flight', 'none', 'early', 'none', 'late', 'none']
const TERM_EVERY = 5

/** What one restart showed. */
export interface Round {
  readonly signal: Ending
  /** Milliseconds from the end of the old server to the first time that the new one was ready. */
  readonly start: number
  /** Milliseconds from then until each watcher was connected again; undefined for one that never was. */
  readonly back: readonly (number | undefined)[]
  /** Acknowledged in this round, or found to have been published. */
  readonly publications: number
  /** Names of those that a publication has not reached before the next end, once for each. */
  readonly missed: readonly string[]
  /** Acknowledged, and not there afterwards. */
  readonly lost: number
  readonly memory: number
}

interface Restarted {
  readonly served: Served
  readonly watchers: readonly Watcher[]
  readonly random?: () => number
}

const missing = (watchers: readonly Watcher[], publication: Publication): string[] =>
  watchers.filter(({ knows }) => !knows(publication)).map(({ name }) => name)

/** Waits until all know it; names those that do not. */
async function reach(watchers: readonly Watcher[], publication: Publication): Promise<string[]> {
  await until(() => watchers.every(({ knows }) => knows(publication)), PATIENCE)
  return missing(watchers, publication)
}

/** Publishes as the moment wants it and ends the server. Returns what was acknowledged since and who has missed what. */
async function endAt(moment: Moment, signal: Ending, { served, watchers, random = Math.random }: Restarted) {
  const acknowledged: Publication[] = []
  const missed: string[] = []
  const publish = async (): Promise<void> => {
    acknowledged.push(await served.publish())
  }
  if (moment === 'early') {
    await publish()
    for (const publication of acknowledged) missed.push(...(await reach(watchers, publication)))
  }
  await pause(random() * MOMENT)
  if (moment === 'late') await publish()
  const flight = moment === 'in flight' ? publish().catch(() => undefined) : undefined
  if (flight !== undefined) await pause(random() * FLIGHT)
  const memory = served.memory()
  const ended = Date.now()
  await served.end(signal)
  await flight
  return { acknowledged, missed, memory, ended }
}

async function restartOnce(index: number, known: number, restarted: Restarted): Promise<Round & { readonly known: number }> {
  const { served, watchers } = restarted
  const signal: Ending = index % TERM_EVERY === TERM_EVERY - 1 ? 'SIGTERM' : 'SIGKILL'
  const { acknowledged, missed, memory, ended } = await endAt(MOMENTS[index % MOMENTS.length] ?? 'none', signal, restarted)
  const gone = Date.now()
  const ready = await served.start()
  const isBack = ({ since }: Watcher): boolean => (since() ?? 0) > ended
  await until(() => watchers.every(isBack), PATIENCE)
  const back = watchers.map((watcher) => (isBack(watcher) ? Math.max(0, (watcher.since() ?? 0) - ready) : undefined))
  const truth = await served.truth()
  const late = await reach(watchers, truth)
  return {
    signal,
    start: ready - gone,
    back,
    publications: truth.release - known,
    missed: [...missed, ...late],
    lost: acknowledged.filter(({ release, value }) => release > truth.release || value > truth.value).length,
    memory,
    known: truth.release
  }
}

/** Ends the server and starts it again at once, so many times; nobody is helped to come back. */
export async function restart(
  times: number,
  restarted: Restarted,
  onRound: (round: Round, index: number) => void = () => undefined
): Promise<readonly Round[]> {
  const rounds: Round[] = []
  let known = (await restarted.served.truth()).release
  for (let index = 0; index < times; index += 1) {
    const round = await restartOnce(index, known, restarted)
    known = round.known
    rounds.push(round)
    onRound(round, index)
  }
  return rounds
}
