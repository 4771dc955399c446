import { describe, expect, it } from 'vitest'
import { leadsToSignIn, routeOf } from './worker-routes.ts'

const OWN = 'https://screen.example'
const navigate = (path: string, method = 'GET') => routeOf({ method, mode: 'navigate', url: `${OWN}${path}` }, OWN)
const load = (url: string) => routeOf({ method: 'GET', mode: 'no-cors', url }, OWN)

describe('what the service worker answers', () => {
  it.each([
    ['/', '/'],
    ['/?scene=minzu&region=330881', '/'],
    ['/remote', '/'],
    ['/remote/?wall=1', '/'],
    ['/wall', '/wall'],
    ['/wall/?play=zonglan:20', '/wall']
  ])('the page %s by the stored %s', (path, stored) => {
    expect(navigate(path)).toEqual({ kind: 'page', stored })
  })

  it.each(['/walls', '/embed/scene/zonglan', '/brief/zonglan', '/intake', '/api/v1/pack', '/healthz', '/wall/x', '/index.html'])('no page %s', (path) => {
    expect(navigate(path)).toBeUndefined()
  })

  it('nothing that is sent, and nothing of another origin', () => {
    expect(navigate('/', 'POST')).toBeUndefined()
    expect(load('https://elsewhere.example/assets/a-1.js')).toBeUndefined()
  })

  it.each([
    ['/assets/screen-1.js', 'immutable'],
    ['/assets/later/offline-1.js', 'immutable'],
    ['/fonts/noto-sans-sc-400-first.1d6b0fb2.woff2', 'immutable'],
    ['/fonts/fonts.css', 'changing'],
    ['/guard.js', 'changing']
  ])('the file %s as %s', (path, kind) => {
    expect(load(`${OWN}${path}`)).toEqual({ kind })
  })

  it.each(['/api/v1/scenes/zonglan', '/api/v1/events', '/manifest.webmanifest', '/icon-192.png', '/sw.js'])('not %s', (path) => {
    expect(load(`${OWN}${path}`)).toBeUndefined()
  })
})

describe('a sign-in in front of the server', () => {
  it.each([
    ['/', { type: 'opaqueredirect', status: 0 }, true],
    ['/', { type: 'basic', status: 401 }, true],
    ['/', { type: 'basic', status: 403 }, true],
    ['/', { type: 'basic', status: 502 }, false],
    ['/', { type: 'basic', status: 200 }, false],
    ['/wall', { type: 'opaqueredirect', status: 0 }, false],
    ['/wall', { type: 'basic', status: 401 }, false]
  ] as const)('on %s with %j is handed on: %s', (stored, response, handedOn) => {
    expect(leadsToSignIn(stored, response)).toBe(handedOn)
  })
})
