const KEY = 'wall-remote-key'
const FORM = /^[\w-]{43}$/

/** 256 bits. */
const made = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

let key: string | undefined

/** What this wall proves itself with: its id is known to whoever looks at the list of walls. Lasts as long as the id does. */
export function remoteKey(): string {
  if (key !== undefined) return key
  try {
    const kept = localStorage.getItem(KEY) ?? ''
    key = FORM.test(kept) ? kept : made()
    localStorage.setItem(KEY, key)
  } catch {
    key ??= made()
  }
  return key
}
