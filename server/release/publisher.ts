import type { Publication } from '#contract/release.ts'
import { oneAtATime } from '#server/one-at-a-time.ts'
import type { Pack } from '#server/pack/pack.ts'
import { packReleaseAt } from './as-of.ts'
import { publicationIssues } from './check-publication.ts'
import { checkWithdrawal } from './check-withdrawal.ts'
import type { ReleaseContent } from './content.ts'
import { packDelta, packHash } from './pack-delta.ts'
import { invalidPublication, type Withdrawal } from './publish-request.ts'
import type { Store } from './store.ts'

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

async function fromPublication(store: Store, { note, source, observations }: Publication): Promise<Draft> {
  const { document } = await store.view(store.releases().length, true)
  const issues = publicationIssues(document, observations)
  if (issues.length > 0) throw invalidPublication(issues)
  return { note, source, changes: observations.map((observation) => ({ action: 'replace', observation })), pack: null }
}

function fromWithdrawal(store: Store, { withdraw, note = `撤回第 ${withdraw} 版` }: Withdrawal): Draft {
  checkWithdrawal(store.releases(), withdraw)
  return { note, source: '撤回', withdraws: withdraw, changes: [], pack: null }
}

async function fromPack(store: Store, pack: Pack): Promise<Draft | undefined> {
  const releases = store.releases()
  const hash = packHash(pack)
  const newest = releases.findLast(({ hasPack }) => hasPack)
  if (newest !== undefined && (await store.pack(newest.release)).hash === hash) return undefined
  const inEffect = packReleaseAt(releases, releases.length)
  const before = inEffect === undefined ? [] : (await store.pack(inEffect)).observations
  return {
    note: newest === undefined ? '首次发布' : '数据包有更新',
    source: `数据包 ${pack.document.info.id}`,
    changes: packDelta(before, pack.observations),
    pack: { hash, document: pack.document, observations: [...pack.observations] }
  }
}

/** The one place that makes releases, one after the other. */
export function createPublisher(store: Store, now: () => Date = () => new Date()): Publisher {
  const inTurn = oneAtATime()
  const append = async ({ changes, pack, ...rest }: Draft): Promise<Published> => {
    const release = store.releases().length + 1
    await store.append({ record: { release, publishedAt: now().toISOString(), ...rest }, changes, pack })
    return { release, observations: changes.length }
  }
  return {
    publish: (request) => inTurn(async () => append('withdraw' in request ? fromWithdrawal(store, request) : await fromPublication(store, request))),
    installPack: (pack) => inTurn(async () => {
      const draft = await fromPack(store, pack)
      return draft === undefined ? undefined : append(draft)
    })
  }
}
