import { BlockList, isIP } from 'node:net'

/** The address and, of a whole network, how many bits of it count: `10.0.0.0/8`. */
const NETWORK = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address)
  if (version === 0) return undefined
  return version === 4 ? 'ipv4' : 'ipv6'
}

/** Whether the text is an IP address, or a network of them; all there are is none. */
export function isNetwork(text: string): boolean {
  const [, address = '', bits = '1'] = NETWORK.exec(text) ?? []
  const family = familyOf(address)
  return family !== undefined && Number(bits) > 0 && Number(bits) <= (family === 'ipv4' ? 32 : 128)
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [, address = '', bits] = NETWORK.exec(network) ?? []
    const family = familyOf(address)
    if (family === undefined) continue
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/** What is known of who asks. */
interface Asking {
  /** Who holds the connection. */
  readonly ip: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** Some gateways name the port as well: `10.1.1.1:5555`, `[fd00::1]:5555`. */
const withoutPort = (address: string): string => /^(\d+(?:\.\d+){3}):\d+$/.exec(address)?.[1] ?? /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address

const forwardedBy = ({ headers }: Asking): string[] =>
  [headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => withoutPort(part.trim()))
    .filter((part) => part !== '')

export type AddressOf = (asking: Asking) => string

/**
 * The address that a request comes from: who holds the connection or, where that is one of the operator's own proxies, whom that
 * names last in X-Forwarded-For, and so on. What anybody else says of an address counts for nothing.
 */
export function clientAddresses(proxies: readonly string[]): AddressOf {
  const own = listOf(proxies)
  const isOwn = (address: string): boolean => {
    const family = familyOf(address)
    return family !== undefined && own.check(address, family)
  }
  return (asking) => {
    let address = asking.ip
    for (const before of forwardedBy(asking).toReversed()) {
      if (!isOwn(address) || isIP(before) === 0) break
      address = before
    }
    return address
  }
}
