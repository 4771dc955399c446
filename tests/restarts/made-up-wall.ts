import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const PAGE = `<!doctype html><html data-ready="true"><body><b class="header-connection" data-connection="live"></b>
<div data-stage="next"><p data-figure="xxt.projects@330800">9999个</p></div>
<div data-stage="shown"><p data-figure="xxt.projects@330800">958个</p></div></body></html>`

/** A server whose every page has what tells a wall's state, and nothing else. */
export async function startMadeUpWall(): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(PAGE)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
