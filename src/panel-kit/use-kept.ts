import { replaceEqualDeep } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

/** The value as it was for as long as it says the same: a release or another metric leaves alone what it does not change. */
export function useKept<Value>(next: Value): Value {
  const [kept, setKept] = useState(next)
  const same = useMemo((): Value => replaceEqualDeep(kept, next), [kept, next])
  if (same !== kept) setKept(() => same)
  return same
}
