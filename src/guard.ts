/**
 * Loaded before everything else, by itself: where the app of a wall does not start (its scripts are gone, broken or
 * never come), nobody stands there to reload it. Tries again, then shows the figures without the app.
 */
import { ownBuild } from '#modes/wall/build.ts'
import { rememberBadBuild, reloadPage } from '#modes/wall/reloads.ts'

const PATIENCE = 30_000
/** Once everything has come, what is left is a moment's work. */
const LOADED = 10_000
/** After a script has failed there is nothing left to wait for. */
const FAILED = 3_000
const AGAIN = 60_000

const started = (): boolean => document.documentElement.dataset.booted !== undefined

/** A browser that has an older build that did start gets that one back. */
const giveUpBuild = (): void => {
  rememberBadBuild(ownBuild())
  navigator.serviceWorker?.controller?.postMessage({ bad: ownBuild() })
}

function showWithoutApp(): void {
  const script = document.createElement('script')
  script.src = '/safe.js'
  document.head.append(script)
  setInterval(() => reloadPage(), AGAIN)
}

function recover(): void {
  if (started()) return
  giveUpBuild()
  if (!reloadPage()) showWithoutApp()
}

function watchStart(): void {
  let timer = setTimeout(recover, PATIENCE)
  const within = (milliseconds: number) => (): void => {
    if (started()) return
    clearTimeout(timer)
    timer = setTimeout(recover, milliseconds)
  }
  addEventListener('error', within(FAILED), { capture: true, once: true })
  addEventListener('unhandledrejection', within(FAILED), { once: true })
  if (document.readyState === 'complete') within(LOADED)()
  else addEventListener('load', within(LOADED), { once: true })
}

if (/^\/wall\/?$/.test(location.pathname)) watchStart()
