const KEY = 'wall-id'
const FORM = /^[a-z0-9-]{8,40}$/

/** `crypto.randomUUID` needs a secure context, which a wall on plain http is not. */
const made = (): string => Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')

let id: string | undefined

/** Who this wall is to the operator: the same after each reload where the browser keeps anything. */
export function wallId(): string {
  if (id !== undefined) return id
  try {
    const kept = localStorage.getItem(KEY) ?? ''
    id = FORM.test(kept) ? kept : made()
    localStorage.setItem(KEY, id)
  } catch {
    id ??= made()
  }
  return id
}
