import { describe, expect, it } from 'vitest'
import { clientAddresses, isNetwork } from './client-address.ts'

const from = (proxies: readonly string[], ip: string, forwarded?: string | string[]): string =>
  clientAddresses(proxies)({ ip, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } })

describe('the address that a request comes from', () => {
  it.each([
    ['of a connection', [], '10.1.1.1', undefined, '10.1.1.1'],
    ['that somebody makes up', [], '10.1.1.1', '9.9.9.9', '10.1.1.1'],
    ['that somebody makes up beside a proxy', ['127.0.0.1'], '10.1.1.1', '9.9.9.9', '10.1.1.1'],
    ['behind a proxy', ['127.0.0.1'], '127.0.0.1', '10.1.1.1', '10.1.1.1'],
    ['behind a proxy, after what its client makes up', ['127.0.0.1'], '127.0.0.1', '9.9.9.9, 10.1.1.1', '10.1.1.1'],
    ['behind two proxies', ['127.0.0.1', '192.168.0.0/16'], '127.0.0.1', '10.1.1.1, 192.168.3.4', '10.1.1.1'],
    ['in two headers', ['127.0.0.1', '192.168.0.0/16'], '127.0.0.1', ['9.9.9.9, 10.1.1.1', '192.168.3.4'], '10.1.1.1'],
    ['of the proxy itself', ['127.0.0.1'], '127.0.0.1', undefined, '127.0.0.1'],
    ['with its port', ['127.0.0.1'], '127.0.0.1', '10.1.1.1:5555', '10.1.1.1'],
    ['of the other family with its port', ['127.0.0.1'], '127.0.0.1', '[fe80::1]:5555', 'fe80::1'],
    ['that is none', ['127.0.0.1'], '127.0.0.1', '10.1.1.1, unknown', '127.0.0.1'],
    ['behind a proxy of the other family', ['127.0.0.1', 'fd00::/8'], '::ffff:127.0.0.1', 'fe80::1, fd00::7', 'fe80::1']
  ])('%s', (_what, proxies, ip, forwarded, address) => expect(from(proxies, ip, forwarded)).toBe(address))
})

it.each([
  ['127.0.0.1', true],
  ['10.0.0.0/8', true],
  ['::1', true],
  ['fd00::/8', true],
  ['10.0.0.0/33', false],
  ['0.0.0.0/0', false],
  ['::/0', false],
  ['10.0.0', false],
  ['proxy.local', false],
  ['*', false]
])('%s is a network: %s', (text, is) => expect(isNetwork(text)).toBe(is))
