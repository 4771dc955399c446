import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathOf } from '#tests/support/debian-program.ts'
import { makeTemporaryFolder } from '#server/testing/temporary-folder.ts'
import { freePort } from './app.ts'

export interface Site {
  readonly url: string
  readonly close: () => Promise<void>
}

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

/** Waits for a server that was started. `said`: what it has complained of. Closing ends it. */
async function standing(child: ChildProcess, url: string, said: () => string): Promise<Site> {
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (child.exitCode !== null || tries > 600) throw new Error(`the web server did not start: ${said()}`)
    await pause(50)
  }
  const close = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  return { url, close }
}

function heard(child: ChildProcess): () => string {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  return () => said
}

/** A port that a site had may be had again: what a browser keeps of a site is kept by its address. */
async function python(folder: string, port: number | undefined, words: (port: number) => readonly string[]): Promise<Site> {
  const own = port ?? (await freePort())
  const child = spawn(pathOf('python'), words(own), { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  return standing(child, `http://127.0.0.1:${own}`, heard(child))
}

/** What serves a stick: files by their names, `index.html` of a folder, a redirect to the slash behind it. No rules, no queries. */
export const fileServer = (folder: string, port?: number): Promise<Site> =>
  python(folder, port, (own) => ['-m', 'http.server', String(own), '--bind', '127.0.0.1'])

/** The folder's own. */
export const servePy = (folder: string): Promise<Site> => python(folder, undefined, (own) => ['serve.py', String(own)])

interface Nginx extends Site {
  readonly complaints: () => string
}

/** Debian's nginx on a free port with the configuration out of the folder, in which nothing is another but the port and who may frame. */
export async function nginxOver(folder: string, framing = "'self'"): Promise<Nginx> {
  const home = makeTemporaryFolder()
  const port = await freePort()
  const sample = readFileSync(join(folder, 'nginx.conf'), 'utf8')
  const [before, embeds = '', ...after] = sample.split('location /embed/')
  const site = [before, embeds.replace("frame-ancestors 'self'", `frame-ancestors ${framing}`), ...after].join('location /embed/')
  writeFileSync(join(home, 'nginx.conf'), around(home, site.replace('listen 8080;', `listen 127.0.0.1:${port};`)))
  const child = spawn(pathOf('nginx'), ['-p', home, '-e', join(home, 'error.log'), '-c', join(home, 'nginx.conf')], { stdio: ['ignore', 'ignore', 'pipe'] })
  const said = heard(child)
  const { url, close } = await standing(child, `http://127.0.0.1:${port}`, said)
  return {
    url,
    complaints: () => said() + readFileSync(join(home, 'error.log'), 'utf8'),
    close: async () => {
      await close()
      rmSync(home, { recursive: true, force: true })
    }
  }
}
