import { Problem } from '#contract/problem.ts'
import type { Publication } from '#contract/release.ts'
import type { Pack } from '#server/pack/pack.ts'
import { packReleaseAt } from './as-of.ts'
import { publicationIssues, type Current } from './check-publication.ts'
import { checkWithdrawal } from './check-withdrawal.ts'
import type { ReleaseContent } from './content.ts'
import { packDelta, packHash } from './pack-delta.ts'
import { invalidPublication, type Withdrawal } from './publish-request.ts'
import type { Store, Turn } from './store.ts'

export interface Published {
  readonly release: number
  readonly observations: number
}

export interface Publisher {
  /** @throws Problem when the publication breaks a rule or cannot be stored. */
  readonly publish: (request: Publication | Withdrawal) => Promise<Published>
  /** Makes a release of the pack when it differs from the newest one stored. */
  readonly installPack: (pack: Pack) => Promise<Published | undefined>
}

type Draft = Pick<ReleaseContent, 'changes' | 'pack'> & Omit<ReleaseContent['record'], 'release' | 'publishedAt'>

/** Without demo figures, whatever this server shows: what is reported need not add up with what was made up. */
async function current(turn: Turn): Promise<Current> {
  const releases = turn.releases()
  if (packReleaseAt(releases, releases.length) === undefined) throw new Problem(409, '还没有数据包', '请先运行 npm start')
  return turn.view(releases.length, false)
}

async function fromPublication(turn: Turn, { note, source, observations }: Publication): Promise<Draft> {
  const issues = publicationIssues(await current(turn), observations)
  if (issues.length > 0) throw invalidPublication(issues)
  return { note, source, changes: observations.map((observation) => ({ action: 'replace', observation })), pack: null }
}

function fromWithdrawal(turn: Turn, { withdraw, note = `撤回第 ${withdraw} 版` }: Withdrawal): Draft {
  checkWithdrawal(turn.releases(), withdraw)
  return { note, source: '撤回', withdraws: withdraw, changes: [], pack: null }
}

async function fromPack(turn: Turn, pack: Pack): Promise<Draft | undefined> {
  const releases = turn.releases()
  const hash = packHash(pack)
  const newest = releases.findLast(({ hasPack }) => hasPack)
  if (newest !== undefined && (await turn.pack(newest.release)).hash === hash) return undefined
  const inEffect = packReleaseAt(releases, releases.length)
  const before = inEffect === undefined ? [] : (await turn.pack(inEffect)).observations
  return {
    note: newest === undefined ? '首次发布' : '数据包有更新',
    source: `数据包 ${pack.document.info.id}`,
    changes: packDelta(before, pack.observations),
    pack: { hash, document: pack.document, observations: [...pack.observations] }
  }
}

/** The one place that makes releases. Each is drafted in the store's turn, so it sees every release before it. */
export function createPublisher(store: Store, now: () => Date = () => new Date()): Publisher {
  const append = async (turn: Turn, { changes, pack, ...rest }: Draft): Promise<Published> => {
    const release = turn.releases().length + 1
    await turn.append({ record: { release, publishedAt: now().toISOString(), ...rest }, changes, pack })
    return { release, observations: changes.length }
  }
  return {
    publish: (request) =>
      store.inTurn(async (turn) => append(turn, 'withdraw' in request ? fromWithdrawal(turn, request) : await fromPublication(turn, request))),
    installPack: (pack) =>
      store.inTurn(async (turn) => {
        const draft = await fromPack(turn, pack)
        return draft === undefined ? undefined : append(turn, draft)
      })
  }
}
