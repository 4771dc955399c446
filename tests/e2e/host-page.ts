import { createServer, type Server } from 'node:http'

export interface HostSite {
  /** On another origin than the app's: another port, or another name. */
  readonly url: (path?: string) => string
  readonly stop: () => void
}

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Somebody else's site: plain pages, by their paths. */
export async function startHost(pages: Readonly<Record<string, () => string>>, name = '127.0.0.1'): Promise<HostSite> {
  const server = createServer(({ url = '/' }, response) => {
    const page = pages[url.split('?')[0] ?? '/']
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page?.() ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: (path = '/') => `http://${name}:${portOf(server)}${path}`, stop: () => void server.close() }
}

/** A page with one embed that notes what it is told in `heard`. `config` is the text of an object. */
export const mountingPage = (app: string, config: string): string => `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>host</title>
<body style="margin:0"><h1>OA</h1><div id="embed"></div>
<script type="module">
import { mount } from '${app}/embed.js'
window.heard = []
window.unmount = mount(document.getElementById('embed'), { onHeight: (height) => heard.push(height), onState: ({ state }) => heard.push(state), ...(${config}) })
</script>`
