import { useEffect, useState, type ComponentType, type ReactNode } from 'react'

const AGAIN = 5_000

interface LaterOptions<Props> {
  /** In its place until it has come; nothing when absent. */
  readonly Meanwhile?: ComponentType<Props>
  /** In its place once it has failed to come, while it is asked for again. */
  readonly Failed?: ComponentType<Props>
}

type Loaded<Props> = { readonly Part: ComponentType<Props> } | { readonly failed: boolean }

/**
 * A part of the page that comes when it can. What `lazy` takes for an end (a script that does not come, because the network
 * has gone) is none here: it is asked for again and again, and the page stands.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { Meanwhile, Failed = Meanwhile }: LaterOptions<Props> = {}
): ComponentType<Props> {
  let known: ComponentType<Props> | undefined
  return function Later(props: Props): ReactNode {
    const [loaded, setLoaded] = useState<Loaded<Props>>(() => (known === undefined ? { failed: false } : { Part: known }))
    useEffect(() => {
      if (known !== undefined) return
      let timer: ReturnType<typeof setTimeout> | undefined
      let gone = false
      const ask = (): void => {
        load().then(
          (Part) => {
            known = Part
            if (!gone) setLoaded({ Part })
          },
          () => {
            if (gone) return
            setLoaded({ failed: true })
            timer = setTimeout(ask, AGAIN)
          }
        )
      }
      ask()
      return () => {
        gone = true
        clearTimeout(timer)
      }
    }, [])
    if ('Part' in loaded) return <loaded.Part {...props} />
    const Stand = loaded.failed ? Failed : Meanwhile
    return Stand === undefined ? null : <Stand {...props} />
  }
}
