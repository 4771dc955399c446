/** What a folder has where nobody asks for a part of it. */
export interface Usual {
  readonly release: number
  readonly root: string
  /** In the pack's order. */
  readonly scenes: readonly string[]
}

/** What sticks and systems take as a name. */
const LONGEST = 150

/**
 * By the names of these files a web server knows what may be asked for by name because nothing else lies there: the release, the root, all
 * scenes, with the comma as browsers write it, too. Pairs of an address and what is added to it; each holds that address' answer. A list
 * of scenes that no name can be made of is left out, and not answered then.
 */
export function wholesOf({ release, root, scenes }: Usual): (readonly [string, string])[] {
  const lists = [',', '%2C'].map((comma) => `@scenes=${scenes.join(comma)}`).filter((list, at, all) => list.length <= LONGEST && all.indexOf(list) === at)
  return [
    ['/api/v1/version', `@release=${release}`],
    ['/api/v1/pack', `@root=${root}`],
    ['/api/v1/pack', `@region=${root}`],
    ...lists.map((list) => ['/api/v1/scenes', list] as const)
  ]
}
