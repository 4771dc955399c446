export interface JsonField {
  /** As in code: `observations[3].obsValue`. */
  readonly path: string
  readonly key: string
  readonly value: unknown
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Every named field of a document, at any depth. */
export function jsonWalk(value: unknown, path = ''): JsonField[] {
  if (Array.isArray(value)) return value.flatMap((inner, index) => jsonWalk(inner, `${path}[${index}]`))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const place = path === '' ? key : `${path}.${key}`
    return [{ path: place, key, value: inner }, ...jsonWalk(inner, place)]
  })
}
