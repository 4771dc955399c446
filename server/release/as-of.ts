/** What the choice of effective releases looks at. */
export interface ReleaseLine {
  readonly release: number
  readonly withdraws?: number | undefined
  readonly hasPack: boolean
}

/**
 * The releases withdrawn in a view at `at`. Read from `at` downwards: a release that nothing above it
 * withdraws is in effect, and withdraws what it names; so withdrawing a withdrawal restores.
 */
export function withdrawnAt(releases: readonly ReleaseLine[], at: number): ReadonlySet<number> {
  const withdrawn = new Set<number>()
  const downwards = releases.filter(({ release }) => release <= at).toSorted((a, b) => b.release - a.release)
  for (const { release, withdraws } of downwards) {
    if (withdraws !== undefined && !withdrawn.has(release)) withdrawn.add(withdraws)
  }
  return withdrawn
}

/** The release whose pack document a view at `at` shows; undefined when none is in effect. */
export function packReleaseAt(releases: readonly ReleaseLine[], at: number): number | undefined {
  const withdrawn = withdrawnAt(releases, at)
  return releases
    .filter(({ release, hasPack }) => hasPack && release <= at && !withdrawn.has(release))
    .map(({ release }) => release)
    .toSorted((a, b) => b - a)[0]
}
