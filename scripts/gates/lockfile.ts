import * as z from 'zod/mini'

const Entry = z.object({
  version: z.optional(z.string()),
  name: z.optional(z.string()),
  dev: z.optional(z.boolean()),
  devOptional: z.optional(z.boolean()),
  optional: z.optional(z.boolean()),
  link: z.optional(z.boolean())
})
const Lockfile = z.object({ packages: z.record(z.string(), Entry) })

/** One package as the lockfile installs it. */
export interface Locked {
  /** Where it lies: `node_modules/msw/node_modules/wrap-ansi`. */
  readonly path: string
  readonly name: string
  readonly version: string
  /** Needed only to build and to test. */
  readonly dev: boolean
  /** May be left out, such as the binaries for other systems. */
  readonly optional: boolean
}

const MODULES = 'node_modules/'

/** An alias is named by what it really is. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf(MODULES) + MODULES.length)

/** @throws Error when the text is no lockfile of npm 7 or later. */
export function lockedPackages(text: string): Locked[] {
  const { packages } = Lockfile.parse(JSON.parse(text))
  return Object.entries(packages)
    .filter(([path, { link }]) => path !== '' && link !== true)
    .map(([path, { name = nameOf(path), version = '', dev = false, devOptional = false, optional = false }]) => ({
      path,
      name,
      version,
      dev: dev || devOptional,
      optional
    }))
}
