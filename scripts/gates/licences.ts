import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { GateResult } from './gate.ts'
import rules from './licences.json' with { type: 'json' }
import { lockedPackages, type Locked } from './lockfile.ts'
import { isAllowed } from './spdx.ts'

const Rules = z.strictObject({
  production: z.array(z.string()),
  development: z.array(z.string()),
  exceptions: z.array(z.strictObject({ name: z.string(), licence: z.string(), reason: z.string().check(z.minLength(1)) }))
})
const { production, development, exceptions } = Rules.parse(rules)

const Named = z.union([z.string(), z.object({ type: z.string() })])
const Several = z.union([Named, z.array(Named)])
const Manifest = z.object({ license: z.optional(Several), licenses: z.optional(Several) })

const nameOf = (named: z.infer<typeof Named>): string => (typeof named === 'string' ? named : named.type)

/** What package.json says; the old list form means any of them. Empty when it says nothing. */
function licenceIn(file: string): string {
  const { licenses = [], license = licenses } = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  return [license].flat().map(nameOf).join(' OR ')
}

export interface Licensed extends Locked {
  readonly licence: string
}

/** Every installed package with its licence; what is optional and not installed is nobody's business. */
export function licensedPackages(root: string): Licensed[] {
  return lockedPackages(readFileSync(join(root, 'package-lock.json'), 'utf8')).flatMap((one) => {
    const file = join(root, one.path, 'package.json')
    if (existsSync(file)) return [{ ...one, licence: licenceIn(file) }]
    return one.optional ? [] : [{ ...one, licence: '（没有安装）' }]
  })
}

const ALLOWED = { production: new Set(production), development: new Set([...production, ...development]) }

/** `name` may end in `*`: one package comes as many, one for each system. */
const isException = ({ name, licence }: Licensed): boolean =>
  exceptions.some((one) => one.licence === licence && (one.name.endsWith('*') ? name.startsWith(one.name.slice(0, -1)) : one.name === name))

const isFine = (one: Licensed): boolean =>
  isException(one) || isAllowed(one.licence, (licence) => (one.dev ? ALLOWED.development : ALLOWED.production).has(licence))

const countBy = (packages: readonly Licensed[]): string => {
  const names = [...new Set(packages.map(({ licence }) => licence))].toSorted()
  return names.map((name) => `${name} ${packages.filter(({ licence }) => licence === name).length}`).join('，')
}

/** Licences of everything installed: what runs in production by the short list, what builds and tests by a longer one. */
export function licencesGate(root: string): GateResult {
  const packages = licensedPackages(root)
  const findings = packages
    .filter((one) => !isFine(one))
    .map(({ path, version, licence, dev }) => `${path} ${version}：${licence === '' ? '没有写明许可证' : licence}${dev ? '（开发）' : ''}`)
  return { measured: countBy(packages.filter(({ dev }) => !dev)), findings }
}
