import { Problem } from '#contract/problem.ts'

/** The problem that an act ends with; null where it ends well, or otherwise. */
export function problemOf(act: () => unknown): Problem | null {
  try {
    act()
  } catch (error) {
    return error instanceof Problem ? error : null
  }
  return null
}
