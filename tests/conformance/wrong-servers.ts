import type { Api } from './rule.ts'
import { wrongFigures } from './wrong/figures.ts'
import { wrongHttp } from './wrong/http.ts'
import { wrongPack } from './wrong/pack.ts'
import { wrongReleases } from './wrong/releases.ts'

/** A server that is right but for one thing, and the rules that must say so: these and no others. */
export interface WrongServer {
  readonly name: string
  readonly make: (right: Api) => Api
  readonly fails: readonly string[]
}

export const wrongServers: readonly WrongServer[] = [...wrongHttp, ...wrongFigures, ...wrongPack, ...wrongReleases]
