import { FIXED, type Scope } from './claims.ts'

/** What is asked for, as the router and the handlers see it: decoded. */
export interface Asked {
  readonly params: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
}

/** What a rule may have to look up. */
export interface Known {
  /** Code of the pack's root at a release, the current one without. */
  readonly packRoot: (release: number | undefined) => Promise<string>
}

/** Whether a session with this scope may read what is asked for. */
export type ScopeRule = (scope: Scope, asked: Asked, known: Known) => boolean | Promise<boolean>

type Fixed = (typeof FIXED)[number]

/** Which parameters a route may be asked with. */
interface Query {
  /** Must be there as the token has them, and be absent where it has none. */
  readonly exactly?: readonly Fixed[]
  /** May be left out, since what they would narrow or colour lies within the scope; where given as the token has them. */
  readonly atMost?: readonly Fixed[]
  readonly free?: readonly string[]
}

const textOf = (value: string | number | undefined): string | undefined => (value === undefined ? undefined : String(value))

/** A parameter that is not named is refused, as is one given twice. */
function fits(scope: Scope, query: Asked['query'], { exactly = [], atMost = [], free = [] }: Query): boolean {
  const isFixed = (name: string): name is Fixed => [...exactly, ...atMost].some((it) => it === name)
  const given = Object.entries(query).every(([name, value]) =>
    isFixed(name) ? value === textOf(scope[name]) : free.includes(name) && typeof value === 'string'
  )
  return given && exactly.every((name) => query[name] === textOf(scope[name]))
}

const PLACE: readonly Fixed[] = ['region', 'root', 'release']
const LOOK = FIXED.filter((name) => !PLACE.includes(name))

const isOwnPanel = ({ scene, panel }: Scope, params: Asked['params']): boolean =>
  params['scene'] === scene && (panel === undefined || params['panel'] === panel)

/** The panel of the token, or any panel of its scene. */
export const ownPanel =
  (free: readonly string[] = []): ScopeRule =>
  (scope, { params, query }) =>
    isOwnPanel(scope, params) && fits(scope, query, { exactly: PLACE, atMost: LOOK, free })

export const ownScene: ScopeRule = (scope, { params, query }) =>
  scope.panel === undefined && params['id'] === scope.scene && fits(scope, query, { exactly: PLACE, atMost: LOOK })

export const ownBoundaries: ScopeRule = async (scope, { params, query }, { packRoot }) =>
  fits(scope, query, { exactly: ['release'], free: ['context'] }) && params['code'] === (scope.root ?? (await packRoot(scope.release)))

export const ownPack: ScopeRule = (scope, { query }) => fits(scope, query, { atMost: ['release'] })

/** What tells no figure: the version, and that there is a new release. */
export const noQuery: ScopeRule = (scope, { query }) => fits(scope, query, {})
