import { hkdfSync, randomBytes } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import type * as z from 'zod/mini'
import { AUDIENCE, DeviceClaims, ScopeClaims, TICKET_SECONDS } from './claims.ts'

/** A device of the house; a ticket for one panel or scene; the session that a ticket is exchanged for. */
export type TokenKind = 'device' | 'ticket' | 'session'

/** Clocks differ by this much, in seconds. */
export const SKEW_SECONDS = 30

const ALGORITHM = 'HS256'

export const newTokenId = (): string => randomBytes(16).toString('base64url')

/** A host that makes tickets holds the secret itself; what the server makes has keys derived from it, so that no kind passes for another. */
const keyOf = (secret: string, kind: TokenKind): Uint8Array =>
  kind === 'ticket' ? new TextEncoder().encode(secret) : new Uint8Array(hkdfSync('sha256', secret, '', `${AUDIENCE} ${kind}`, 32))

export interface Tokens {
  /** `claims` are those beside audience, instants and id; `exp` in epoch seconds. */
  readonly sign: (kind: TokenKind, claims: object, times: { readonly exp: number; readonly iat?: number; readonly jti?: string }) => Promise<string>
  /** @returns undefined for whatever is not a sound token of that kind now; nothing tells why. */
  readonly readDevice: (token: string) => Promise<DeviceClaims | undefined>
  readonly readScope: (kind: 'ticket' | 'session', token: string) => Promise<ScopeClaims | undefined>
}

export function createTokens(secret: string, now: () => Date = () => new Date()): Tokens {
  const seconds = (): number => Math.floor(now().getTime() / 1000)
  const keys = { device: keyOf(secret, 'device'), ticket: keyOf(secret, 'ticket'), session: keyOf(secret, 'session') }

  const verified = async (kind: TokenKind, token: string): Promise<unknown> => {
    const rules = { algorithms: [ALGORITHM], audience: AUDIENCE, typ: `${kind}+jwt`, requiredClaims: ['exp', 'iat', 'jti'] }
    const result = await jwtVerify(token, keys[kind], { ...rules, clockTolerance: SKEW_SECONDS, currentDate: now() }).catch(() => undefined)
    return result?.payload
  }
  /** The library lets a token end later by the skew, and begin whenever it likes. */
  const isNow = ({ iat, exp }: DeviceClaims): boolean => exp > seconds() && iat <= seconds() + SKEW_SECONDS && iat < exp
  const read = async <T extends DeviceClaims>(kind: TokenKind, schema: z.ZodMiniType<T>, token: string): Promise<T | undefined> => {
    const { success, data } = schema.safeParse(await verified(kind, token))
    return success && isNow(data) ? data : undefined
  }
  return {
    sign: (kind, claims, { exp, iat = seconds(), jti = newTokenId() }) =>
      new SignJWT({ ...claims, aud: AUDIENCE, iat, exp, jti }).setProtectedHeader({ alg: ALGORITHM, typ: `${kind}+jwt` }).sign(keys[kind]),
    readDevice: (token) => read('device', DeviceClaims, token),
    readScope: async (kind, token) => {
      const claims = await read(kind, ScopeClaims, token)
      return claims !== undefined && claims.exp - claims.iat <= TICKET_SECONDS ? claims : undefined
    }
  }
}
