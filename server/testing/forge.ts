import { createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** A signer of its own, apart from the library that the server verifies with. */
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export interface Made {
  readonly header: object
  readonly payload: object
  readonly key: Uint8Array | string
  readonly hash?: 'sha256' | 'sha384' | 'sha512'
}

export function handMade({ header, payload, key, hash = 'sha256' }: Made): string {
  const body = `${part(header)}.${part(payload)}`
  return `${body}.${createHmac(hash, key).update(body).digest('base64url')}`
}

/** The keys as the server has them, derived from its secret. */
export const keysOf = (secret: string) => ({
  ticket: secret,
  session: new Uint8Array(hkdfSync('sha256', secret, '', 'tongxin-screen session', 32)),
  device: new Uint8Array(hkdfSync('sha256', secret, '', 'tongxin-screen device', 32))
})

interface World {
  readonly secret: string
  /** Epoch seconds. */
  readonly now: number
  readonly random: () => number
  /** Of a device that is let in. */
  readonly device: string
}

const id = (): string => randomBytes(16).toString('base64url')

/** Each way makes a token that is no sound one for any endpoint; the name says why. */
export const WAYS: Readonly<Record<string, (world: World) => string>> = {
  'wrong key': ({ now, random }) => handMade({ header: head('session'), payload: session(now, random), key: randomBytes(32) }),
  'wrong key, device': ({ now, device }) => handMade({ header: head('device'), payload: deviceClaims(now, device), key: randomBytes(32) }),
  'no algorithm': ({ now, random }) => `${part({ alg: 'none', typ: 'session+jwt' })}.${part(session(now, random))}.`,
  'no algorithm, device': ({ now, device }) => `${part({ alg: 'None', typ: 'device+jwt' })}.${part(deviceClaims(now, device))}.`,
  'no algorithm, signed': ({ secret, now, random }) =>
    handMade({ header: { alg: 'none', typ: 'session+jwt' }, payload: session(now, random), key: keysOf(secret).session }),
  HS384: ({ secret, now, random }) =>
    handMade({ header: { alg: 'HS384', typ: 'session+jwt' }, payload: session(now, random), key: keysOf(secret).session, hash: 'sha384' }),
  HS512: ({ secret, now, device }) =>
    handMade({ header: { alg: 'HS512', typ: 'device+jwt' }, payload: deviceClaims(now, device), key: keysOf(secret).device, hash: 'sha512' }),
  'tampered payload': ({ secret, now, random }) => {
    const [header = '', , signature = ''] = handMade({ header: head('session'), payload: session(now, random), key: keysOf(secret).session }).split('.')
    return `${header}.${part({ ...session(now, random), scene: 'huigui' })}.${signature}`
  },
  'tampered header': ({ secret, now, random }) => {
    const [, payload = '', signature = ''] = handMade({ header: head('ticket'), payload: session(now, random), key: keysOf(secret).session }).split('.')
    return `${part(head('session'))}.${payload}.${signature}`
  },
  'cut signature': ({ secret, now, random }) => handMade({ header: head('session'), payload: session(now, random), key: keysOf(secret).session }).slice(0, -4),
  'other audience': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), aud: 'another-screen' }),
  'many audiences': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), aud: ['tongxin-screen', 'another-screen'] }),
  'no audience': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), aud: undefined }),
  'other type': ({ secret, now, random }) => handMade({ header: head('ticket'), payload: session(now, random), key: keysOf(secret).session }),
  'no type': ({ secret, now, random }) => handMade({ header: { alg: 'HS256' }, payload: session(now, random), key: keysOf(secret).session }),
  'type of the library': ({ secret, now, device }) =>
    handMade({ header: { alg: 'HS256', typ: 'JWT' }, payload: deviceClaims(now, device), key: keysOf(secret).device }),
  'ticket on data': ({ secret, now, random }) => made(secret, 'ticket', session(now, random)),
  'session by a host': ({ secret, now, random }) => handMade({ header: head('session'), payload: session(now, random), key: secret }),
  'device by a host': ({ secret, now, device }) => handMade({ header: head('device'), payload: deviceClaims(now, device), key: secret }),
  'session as device': ({ secret, now, device }) => handMade({ header: head('device'), payload: deviceClaims(now, device), key: keysOf(secret).session }),
  'old secret': ({ now, random }) => made('the-secret-from-before-it-was-changed', 'session', session(now, random)),
  'old secret, device': ({ now, device }) => made('the-secret-from-before-it-was-changed', 'device', deviceClaims(now, device)),
  'device struck off': ({ secret, now }) => made(secret, 'device', deviceClaims(now, id())),
  expired: ({ secret, now, random }) =>
    made(secret, 'session', { ...session(now, random), iat: now - 900 - Math.floor(random() * 1e6), exp: now - Math.floor(random() * 1000) }),
  'expired, device': ({ secret, now, device }) => made(secret, 'device', { ...deviceClaims(now, device), iat: now - 1e6, exp: now - 1 }),
  'not yet': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), nbf: now + 60 + Math.floor(random() * 1000) }),
  'made in the future': ({ secret, now, random }) =>
    made(secret, 'session', { ...session(now, random), iat: now + 60 + Math.floor(random() * 100), exp: now + 800 }),
  'over-long': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), iat: now, exp: now + 901 + Math.floor(random() * 1e6) }),
  'long by its beginning': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), iat: now - 1000, exp: now + 10 }),
  'ends before it begins': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), iat: now + 20, exp: now + 10 }),
  'without end': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), exp: undefined }),
  'without beginning': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), iat: undefined }),
  'without id': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), jti: undefined }),
  'end in words': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), exp: String(now + 100) }),
  'unknown claim': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), only: 'kpi' }),
  'panel and scene': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), panel: 'zonglan/kpi' }),
  'neither panel nor scene': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), scene: undefined }),
  'scene of all signs': ({ secret, now, random }) => made(secret, 'session', { ...session(now, random), scene: '*' }),
  'device with a scope': ({ secret, now, device }) => made(secret, 'device', { ...deviceClaims(now, device), scene: 'zonglan' }),
  nonsense: ({ random }) => Buffer.from(String(random())).toString('base64url')
}

const head = (kind: string): object => ({ alg: 'HS256', typ: `${kind}+jwt` })
const session = (now: number, random: () => number): object => ({
  aud: 'tongxin-screen',
  iat: now,
  exp: now + 60 + Math.floor(random() * 800),
  jti: id(),
  scene: 'zonglan'
})
const deviceClaims = (now: number, jti: string): object => ({ aud: 'tongxin-screen', iat: now, exp: now + 1e6, jti })
const made = (secret: string, kind: 'ticket' | 'session' | 'device', payload: object): string =>
  handMade({ header: head(kind), payload, key: keysOf(secret)[kind] })
