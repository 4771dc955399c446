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
