import * as z from 'zod/mini'
import denied from './denied-versions.json' with { type: 'json' }
import type { GateResult } from './gate.ts'
import { lockedPackages } from './lockfile.ts'

const DeniedList = z.array(z.strictObject({ name: z.string(), versions: z.array(z.string()).check(z.minLength(1)), reason: z.string().check(z.minLength(1)) }))

/** `*` denies every version. */
export const deniedVersions = DeniedList.parse(denied)

/** Versions that were malicious or are known to be dangerous must not come in, not even through another package. */
export function deniedGate(lockfile: string): GateResult {
  const packages = lockedPackages(lockfile)
  const findings = packages.flatMap(({ path, name, version }) =>
    deniedVersions
      .filter((one) => one.name === name && (one.versions.includes('*') || one.versions.includes(version)))
      .map(({ reason }) => `${path} ${version}：${reason}`)
  )
  return { measured: `${packages.length} 个包，名单 ${deniedVersions.length} 项`, findings }
}
