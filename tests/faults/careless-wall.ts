import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Lane } from './lane.ts'
import { TELLING, TELLING_SCENE, valueOf } from './look.ts'
import { startProxy } from './proxy.ts'

/** What a page does that was not written for a wall; `careful` is as it should be. */
export type Manner = 'careful' | 'blank' | 'silent' | 'trusting' | 'givingUp' | 'reloading' | 'throwing' | 'leaving' | 'nervous' | 'mixing'

/** Runs in the page: asks for the one figure every 200 ms and shows it, in its manner. */
function script(): void {
  const manner = new URLSearchParams(location.search).get('manner')
  const label = document.querySelector('.header-connection')
  const figure = document.querySelector('[data-figure]')
  let shown = 0
  const fails = (): void => {
    if (manner === 'blank') document.body.textContent = 'Try again'
    if (manner === 'reloading') location.reload()
    if (manner === 'mixing') document.querySelector('[data-figure="other@1"]')?.replaceChildren('8个')
    if (manner === 'leaving') location.href = '/login'
    if (manner !== 'silent') label?.setAttribute('data-connection', 'offline')
    if (manner === 'throwing') throw new Error('unhandled')
  }
  const shows = (release: number, value: number): void => {
    if (release < shown && manner !== 'trusting') return fails()
    shown = release
    if (figure !== null) figure.textContent = `${value}个`
    label?.setAttribute('data-connection', 'live')
    document.documentElement.dataset.ready = 'true'
  }
  const ask = async (): Promise<void> => {
    const nervous = manner === 'nervous' ? setTimeout(() => label?.setAttribute('data-connection', 'offline'), 100) : undefined
    const answer = await fetch('/api/v1/scenes/zonglan').then(
      (response) => (response.ok ? (response.json() as Promise<{ release: number; value: number }>) : undefined),
      () => undefined
    )
    clearTimeout(nervous)
    setTimeout(() => (answer === undefined ? fails() : shows(answer.release, answer.value)))
    if (answer !== undefined || manner !== 'givingUp') setTimeout(() => void ask(), 200)
  }
  void ask()
}

const PAGE = `<!doctype html><html><meta charset="utf-8"><link rel="icon" href="data:,"><body><b class="header-connection"></b>
<main data-scene="${TELLING_SCENE}"><p data-panel="one" data-panel-state="live"><b data-figure="${TELLING}"></b> <b data-figure="other@1">7个</b></p></main>
<script>(${script.toString()})()</script></body></html>`

const send = (response: ServerResponse, type: string, text: string): void => void response.writeHead(200, { 'content-type': type }).end(text)

function serverOf(newest: () => number): Server {
  return createServer(({ url = '/' }, response) => {
    if (!url.startsWith('/api/')) return send(response, 'text/html', PAGE)
    const release = Number(new URL(url, 'http://host').searchParams.get('release') ?? newest())
    send(response, 'application/json', JSON.stringify({ release, value: valueOf(release) }))
  })
}

/** A lane without our server and without our wall. */
export async function carelessLane(): Promise<Lane> {
  let release = 2
  const server = serverOf(() => release)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const proxy = await startProxy((server.address() as AddressInfo).port)
  return {
    proxy,
    publish: () => {
      release += 1
      return Promise.resolve(valueOf(release))
    },
    kill: () => Promise.resolve(),
    restart: () => Promise.resolve(),
    close: async () => {
      await proxy.close()
      server.closeAllConnections()
      server.close()
    }
  }
}
