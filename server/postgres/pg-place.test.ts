import { describe, expect, it } from 'vitest'
import { isUsablePostgresUrl, placeOf } from './pg-place.ts'

describe('placeOf', () => {
  it.each([
    ['postgres://li:geheim@db.local:5433/screen', 'postgres://db.local:5433/screen'],
    ['postgres://li:geheim@db.local/screen?sslmode=require', 'postgres://db.local:5432/screen'],
    ['postgres://li@/screen?host=/run/postgresql', 'postgres:///run/postgresql:5432/screen'],
    ['postgresql://li:geheim@[::1]:5432', 'postgres://[::1]:5432/li']
  ])('names %s without the password', (url, text) => {
    expect(placeOf(url)).toMatchObject({ user: 'li', text })
    expect(JSON.stringify(placeOf(url))).not.toContain('geheim')
  })
})

describe('isUsablePostgresUrl', () => {
  it.each([
    ['postgres://a:b@c/d', true],
    ['postgres:///d', true],
    ['mysql://a/b', false],
    ['a/b', false],
    ['postgres://a:50%@c/d', false],
    ['postgres://c:port/d', false]
  ])('%s: %s', (url, usable) => {
    expect(isUsablePostgresUrl(url)).toBe(usable)
  })
})
