import { spawn } from 'node:child_process'
import { createReadStream, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { serving } from '#tests/conformance/running-server.ts'
import { pathOf } from '#tests/support/debian-program.ts'
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts'
import { freePort } from './app.ts'

interface Site {
  readonly url: string
  readonly close: () => Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2'
}

/** What serves a stick: files by their names, `index.html` of a folder, a redirect to the slash behind it. No rules, no queries. */
export const plainFileServer = (folder: string): Promise<Site> =>
  serving(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://host')
    const path = join(folder, normalize(decodeURIComponent(pathname)))
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    if (isFolder && !pathname.endsWith('/')) return response.writeHead(301, { location: `${pathname}/` }).end()
    const file = isFolder ? join(path, 'index.html') : path
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404</h1>')
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    return createReadStream(file).pipe(response)
  })

/** What Debian's own configuration has around a site's. */
const around = (home: string, site: string): string => `daemon off;
master_process off;
pid ${home}/pid;
error_log ${home}/error.log warn;
events {}
http {
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `    ${name}_temp_path ${home}/${name};`).join('\n')}
    access_log off;
${site}
}
`

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false
  )

/** Debian's nginx on a free port with the configuration out of the folder, in which nothing but the port is another. */
export async function nginxOver(folder: string): Promise<Site & { readonly complaints: () => string }> {
  const home = makeTemporaryFolder()
  const port = await freePort()
  const site = readFileSync(join(folder, 'nginx.conf'), 'utf8').replace('listen 8080;', `listen 127.0.0.1:${port};`)
  writeFileSync(join(home, 'nginx.conf'), around(home, site))
  const child = spawn(pathOf('nginx'), ['-p', home, '-e', join(home, 'error.log'), '-c', join(home, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (child.exitCode !== null || tries > 100) throw new Error(`nginx did not start: ${said}`)
    await new Promise((resolve) => {
      setTimeout(resolve, 50)
    })
  }
  const complaints = (): string => said + readFileSync(join(home, 'error.log'), 'utf8')
  const close = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    rmSync(home, { recursive: true, force: true })
  }
  return { url, complaints, close }
}
