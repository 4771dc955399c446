import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
export const valueAt = (document: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, step) => (isObject(value) ? Reflect.get(value, step) : undefined), document)

/** The body without the fields that a strict schema does not know. */
function withoutUnknown(body: unknown, issues: readonly Issue[]): unknown {
  const copy: unknown = structuredClone(body)
  for (const issue of issues) {
    const place = valueAt(copy, issue.path)
    if (issue.code === 'unrecognized_keys' && isObject(place)) for (const key of issue.keys) Reflect.deleteProperty(place, key)
  }
  return copy
}

/** Parses as the screen does: packs are held to their fields, answers may carry more of them. */
export function parseTolerantly<T>(schema: z.ZodMiniType<T>, body: unknown) {
  const first = schema.safeParse(body, { reportInput: true })
  return first.success ? first : schema.safeParse(withoutUnknown(body, first.error.issues), { reportInput: true })
}
