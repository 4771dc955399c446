import { createReadStream, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join, normalize } from 'node:path'

/** A web server over exported files, as `try_files $uri.json =404` makes of any: it knows nothing of this API. */
export const createStaticServer = (folder: string): Server =>
  createServer(({ url = '', headers }, response) => {
    const file = join(folder, `${normalize(new URL(url, 'http://host').pathname)}.json`)
    const found = statSync(file, { throwIfNoEntry: false })
    if (found === undefined) return response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>')
    const date = found.mtime.toUTCString()
    const known = headers['if-modified-since'] === date
    response.writeHead(known ? 304 : 200, { 'content-type': 'application/json', 'last-modified': date, 'cache-control': 'no-cache' })
    return known ? response.end() : createReadStream(file).pipe(response)
  })
