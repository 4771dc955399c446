import { describe, expect, it } from 'vitest'
import { parseEnv } from './env.ts'

describe('parseEnv', () => {
  it('has defaults for everything', () => {
    expect(parseEnv({}, '/app')).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      packDir: '/app/packs/quzhou',
      demo: true,
      hideRanks: false,
      heartbeatSeconds: 15
    })
  })

  it('takes an empty variable as not set', () => {
    expect(parseEnv({ PORT: '', DEMO: '0', HIDE_RANKS: '' }, '/app')).toMatchObject({ port: 8080, demo: false, hideRanks: false })
  })

  it('hides ranks when told to', () => {
    expect(parseEnv({ HIDE_RANKS: '1' }, '/app')).toMatchObject({ hideRanks: true })
    expect(parseEnv({ HIDE_RANKS: '0' }, '/app')).toMatchObject({ hideRanks: false })
  })

  it('takes a token of twelve characters, and none', () => {
    expect(parseEnv({ OPERATOR_TOKEN: 'twelve-chars' }, '/app').operatorToken).toBe('twelve-chars')
    expect(parseEnv({ OPERATOR_TOKEN: '' }, '/app').operatorToken).toBeUndefined()
  })

  it('asks for tokens when told to, and then needs a secret', () => {
    const secret = 'x'.repeat(32)
    expect(parseEnv({}, '/app')).toMatchObject({ tokenAccess: false, tokenSecret: undefined })
    expect(parseEnv({ ACCESS: 'open', TOKEN_SECRET: secret }, '/app')).toMatchObject({ tokenAccess: false, tokenSecret: secret })
    expect(parseEnv({ ACCESS: 'token', TOKEN_SECRET: secret }, '/app')).toMatchObject({ tokenAccess: true, tokenSecret: secret })
    for (const TOKEN_SECRET of [undefined, ''])
      expect(() => parseEnv({ ACCESS: 'token', TOKEN_SECRET }, '/app')).toThrow(/^环境变量 TOKEN_SECRET 有误：.*至少 32 个字符/)
  })

  it('believes the proxies that it is told of, and no other', () => {
    expect(parseEnv({}, '/app').trustedProxies).toEqual([])
    expect(parseEnv({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8 fd00::1' }, '/app').trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', 'fd00::1'])
  })

  it('never repeats a secret that it does not like', () => {
    expect(() => parseEnv({ TOKEN_SECRET: 'my-short-secret' }, '/app')).toThrow(/^(?!.*my-short)环境变量 TOKEN_SECRET 有误/)
  })

  it.each([
    ['', []],
    ['https://oa.qz.gov.cn', ['https://oa.qz.gov.cn']],
    [' https://oa.qz.gov.cn,  http://10.0.0.8:8080\nhttps://x.cn ', ['https://oa.qz.gov.cn', 'http://10.0.0.8:8080', 'https://x.cn']],
    ['*', ['*']]
  ])('takes the origins %j', (EMBED_ORIGINS, embedOrigins) => {
    expect(parseEnv({ EMBED_ORIGINS }, '/app')).toMatchObject({ embedOrigins })
  })

  it.each([
    ['hangzhou', '/app/packs/hangzhou'],
    ['/srv/pack', '/srv/pack']
  ])('finds the pack %s at %s', (PACK, packDir) => {
    expect(parseEnv({ PACK }, '/app')).toMatchObject({ packDir })
  })

  it.each([
    ['PORT', '80 80'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['DEMO', 'yes'],
    ['HIDE_RANKS', 'yes'],
    ['PUBLIC_URL', 'screen.local'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['DATABASE_URL', 'postgres://a:50%@x/y'],
    ['DATABASE_URL', 'postgres://x:port/y'],
    ['RELEASE_FEED', 'push'],
    ['POLL_SECONDS', '0'],
    ['HEARTBEAT_SECONDS', '0'],
    ['ACCESS', 'closed'],
    ['TOKEN_SECRET', 'x'.repeat(31)],
    ['TOKEN_SECRET', `${'x'.repeat(40)} y`],
    ['TOKEN_SECRET', '密'.repeat(40)],
    ['EMBED_ORIGINS', 'oa.qz.gov.cn'],
    ['EMBED_ORIGINS', 'https://oa.qz.gov.cn/'],
    ['EMBED_ORIGINS', 'https://oa.qz.gov.cn/path'],
    ['EMBED_ORIGINS', 'https://*.gov.cn'],
    ['EMBED_ORIGINS', 'https://OA.qz.gov.cn'],
    ['EMBED_ORIGINS', 'https://oa.qz.gov.cn:443'],
    ['EMBED_ORIGINS', 'https://a.cn https://b.cn;script-src'],
    ['EMBED_ORIGINS', "https://a.cn 'unsafe-inline'"],
    ['EMBED_ORIGINS', 'https://a.cn *'],
    ['EMBED_ORIGINS', 'https://user@a.cn'],
    ['EMBED_ORIGINS', 'data:'],
    ['TRUSTED_PROXIES', 'proxy.local'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['OPERATOR_TOKEN', 'short'],
    ['OPERATOR_TOKEN', 'eleven-char'],
    ['OPERATOR_TOKEN', 'with a space in it'],
    ['OPERATOR_TOKEN', '口令口令口令口令口令口令口令']
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => parseEnv({ [name]: value }, '/app')).toThrow(new RegExp(`^环境变量 ${name} 有误：.+。$`))
  })

  it.each([
    'postgres://u:p@db:5433/screen',
    'postgresql://db/screen',
    'postgres://u@/screen?host=/run/postgresql',
    'postgres:///screen',
    'postgres://u:50%25@x/y'
  ])('takes the database %s', (url) => {
    expect(parseEnv({ DATABASE_URL: url }, '/app').database).toEqual({ url, feed: 'listen', pollSeconds: 5, connectSeconds: 5, statementSeconds: 30 })
  })
})
