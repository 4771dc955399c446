const NAME = /<meta name="build" content="([0-9a-f]{12})"/

/** The build of this page; empty while it is developed. */
export const ownBuild = (): string => document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? ''

const PATIENCE = 5_000

/** Whether the server really hands out a page of the build: what it says and what it serves may be two things for a moment. */
export async function isServed(build: string): Promise<boolean> {
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE)
  try {
    const response = await fetch('/wall', { signal: controller.signal, cache: 'reload', headers: { accept: 'text/html' } })
    const page = await response.text()
    return response.ok && page.trimEnd().endsWith('</html>') && NAME.exec(page)?.[1] === build
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
