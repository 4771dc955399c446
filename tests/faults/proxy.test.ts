import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Fault } from './fault.ts'
import { faultNamed, faults } from './faults.ts'
import { observe, overhear, type Heard, type Observed } from './observe.ts'
import { kindOf, startProxy, type Proxy } from './proxy.ts'
import { ANSWERS, PATIENCE, STREAMS } from './what-faults-do.ts'
import { BEAT_MS, sceneDocument, tinyUpstream } from './tiny-upstream.ts'

const SCENE = '/api/v1/scenes/zonglan'
const WORKS: Observed = { status: 200, type: 'application/json', json: sceneDocument('zonglan'), ms: 0 }

const upstream = tinyUpstream()
let proxy: Proxy

beforeAll(async () => {
  await once(upstream.listen(0, '127.0.0.1'), 'listening')
  proxy = await startProxy((upstream.address() as AddressInfo).port)
})
afterEach(() => proxy.heal())
afterAll(async () => {
  await proxy.close()
  upstream.closeAllConnections()
  upstream.close()
})

const sceneNow = (): Promise<Observed> => observe(proxy.url + SCENE)
const expectWell = async (): Promise<void> => expect(await sceneNow()).toMatchObject({ ...WORKS, ms: expect.any(Number) })

const RELEASES = 'an older release is announced'

describe('the list of faults', () => {
  it('is long enough, with a name each and something to do', () => {
    expect(faults.length).toBeGreaterThanOrEqual(45)
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length)
    expect(faults.filter(({ answer, streams, door, kill, machine }) => !(answer || streams || door || kill || machine))).toEqual([])
  })

  it('is told in docs/wall-faults.md, by name and number', () => {
    const text = readFileSync('docs/wall-faults.md', 'utf8')
    expect(text).toContain(`${faults.length} faults`)
    expect(faults.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))).toEqual([])
  })

  it('is tested here, each by what it does', () => {
    const proven = [...Object.keys(ANSWERS), ...Object.keys(STREAMS), RELEASES]
    const elsewhere = faults.filter(({ kill, machine, answer }) => kill === true || (machine !== undefined && answer === undefined))
    expect(faults.map(({ name }) => name).filter((name) => !proven.includes(name))).toEqual(elsewhere.map(({ name }) => name))
  })
})

describe('the proxy', () => {
  it('passes everything on while nothing is broken', async () => {
    await expectWell()
    expect(await observe(`${proxy.url}/wall`)).toMatchObject({ status: 200, type: 'text/html', text: expect.stringContaining('墙') })
    const beats = ({ text }: Heard): boolean => text.includes('event: heartbeat')
    expect(beats(await overhear({ url: `${proxy.url}/api/v1/events`, milliseconds: BEAT_MS, wanted: beats }))).toBe(true)
  })

  it('counts by kind since the fault began', async () => {
    await proxy.break(faultNamed('500 once'), PATIENCE)
    for (const path of [SCENE, SCENE, '/wall', '/api/v1/walls']) await observe(proxy.url + path)
    expect(proxy.seen()).toMatchObject({ requests: { api: 3, page: 1, events: 0 }, faulted: 3, reports: 1 })
  })

  it.each([
    ['/api/v1/events', 'events'],
    ['/api/v1/scenes/a', 'api'],
    ['/wall?play=a', 'page'],
    ['/assets/a.js', 'page']
  ])('takes %s for %s', (url, kind) => expect(kindOf(url)).toBe(kind))

  it('looks like no server when there is none behind it', async () => {
    const alone = await startProxy(1)
    expect((await observe(alone.url)).error).toMatch(/ECONNRESET|UND_ERR_SOCKET/)
    await alone.close()
  })
})

const PATHS: Partial<Record<Fault['on'], string>> = { events: '/api/v1/events', page: '/wall' }

describe.each(faults.filter(({ name }) => name in ANSWERS))('$name', (fault) => {
  it('does what it says, and is over when it is healed', async () => {
    const { path = PATHS[fault.on] ?? SCENE, patience = PATIENCE, ask = (url: string) => observe(url), sees } = ANSWERS[fault.name] ?? { sees: () => false }
    await proxy.break(fault, patience)
    const seen = await ask(proxy.url + path)
    expect(sees(seen, seen), JSON.stringify(seen).slice(0, 500)).toBe(true)
    if (fault.door === undefined) expect(proxy.seen().faulted).toBeGreaterThan(0)
    await proxy.heal()
    await expectWell()
  })
})

describe.each(faults.filter(({ name }) => name in STREAMS))('$name', (fault) => {
  it('does to an open stream what it says', async () => {
    const wanted = STREAMS[fault.name] ?? (() => false)
    const heard = await overhear({ url: `${proxy.url}/api/v1/events`, milliseconds: 4 * BEAT_MS, wanted, meanwhile: () => proxy.break(fault, PATIENCE) })
    expect(wanted(heard), JSON.stringify(heard).slice(0, 500)).toBe(true)
  })
})

describe(RELEASES, () => {
  it('says so to whoever opens the stream', async () => {
    await proxy.break(faultNamed(RELEASES), PATIENCE)
    const { body } = await fetch(`${proxy.url}/api/v1/events`)
    const reader = body?.getReader()
    const { value } = (await reader?.read()) ?? {}
    await reader?.cancel()
    expect(new TextDecoder().decode(value)).toContain('event: release\ndata: {"release":1}')
  })
})
