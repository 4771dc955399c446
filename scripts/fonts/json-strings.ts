export type JsonObject = Readonly<Record<string, unknown>>

export interface JsonString {
  readonly text: string
  /** The keys that lead to the string, array indexes left out. */
  readonly keys: readonly string[]
  /** The objects that hold it, outermost first. */
  readonly holders: readonly JsonObject[]
}

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every string value, whatever the shape: a pack that gains a field needs no change here. */
export function* jsonStrings(value: unknown, keys: readonly string[] = [], holders: readonly JsonObject[] = []): Generator<JsonString> {
  if (typeof value === 'string') yield { text: value, keys, holders }
  else if (Array.isArray(value)) for (const item of value) yield* jsonStrings(item, keys, holders)
  else if (isObject(value)) for (const [key, item] of Object.entries(value)) yield* jsonStrings(item, [...keys, key], [...holders, value])
}

/** Every object in it, itself included. */
export function* jsonObjects(value: unknown): Generator<JsonObject> {
  if (Array.isArray(value)) for (const item of value) yield* jsonObjects(item)
  else if (isObject(value)) {
    yield value
    for (const item of Object.values(value)) yield* jsonObjects(item)
  }
}
