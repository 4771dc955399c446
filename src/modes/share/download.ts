/** Long enough for a slow disk to begin. */
const KEPT = 60_000

/** Hands a file to the browser to be saved. */
export function download(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob)
  Object.assign(document.createElement('a'), { href, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(href), KEPT)
}
