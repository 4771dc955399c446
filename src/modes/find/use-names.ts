import { useQueries } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { PackAnswer } from '#contract/endpoints.ts'
import { sceneQuery } from '#queries/scene-query.ts'
import { layoutFor } from '#view/form.ts'
import { namesOf, type Name } from './names.ts'
import { spellName, type SpeltName } from './search.ts'
import type { Speak } from './spelling.ts'

export interface Names {
  readonly names: readonly Name[]
  readonly spelt: readonly SpeltName[]
  /** Scenes that have not come yet, or do not come. */
  readonly missing: number
}

/** The dictionary, once it is there. */
function useSpeak(): Speak | undefined {
  const [speak, setSpeak] = useState<{ readonly speak: Speak }>()
  useEffect(() => {
    let wanted = true
    import('./speak.ts').then(
      (loaded) => wanted && setSpeak({ speak: loaded.speak }),
      // Without it names are found by their characters.
      () => undefined
    )
    return () => {
      wanted = false
    }
  }, [])
  return speak?.speak
}

/** What can be looked for in a release: read from its scenes, which the page then has at hand. */
export function useNames(pack: PackAnswer, release: number | undefined): Names {
  const speak = useSpeak()
  const answers = useQueries({
    queries: pack.scenes.map(({ id }) => sceneQuery({ id, release })),
    combine: (results) => results.flatMap(({ data }) => data ?? [])
  })
  const names = useMemo(() => namesOf(pack, answers, layoutFor(window.innerWidth || 1, window.innerHeight || 1).form), [pack, answers])
  const spelt = useMemo(() => names.map((name) => spellName(name, speak)), [names, speak])
  return { names, spelt, missing: pack.scenes.length - answers.length }
}
