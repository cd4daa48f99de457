import { BlockList, isIP } from 'node:net'

/**
 * Reads a list of proxies: addresses and networks (`127.0.0.1, 10.0.0.0/8`), with commas or spaces between. Throws when
 * one of them is neither.
 */
export function readProxies(text: string): BlockList {
  const proxies = new BlockList()
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits] = entry.split('/')
    if (isIP(address) === 0) throw new Error(`SONGMA_TRUSTED_PROXY: ${entry} is no address or network`)
    if (bits === undefined) proxies.addAddress(address, familyOf(address))
    else proxies.addSubnet(address, Number(bits), familyOf(address))
  }
  return proxies
}

/**
 * Where a request comes from: the other end of the connection, or, when that is one of `proxies`, what they say in
 * X-Forwarded-For. Read from its right end: whatever stands left of the first stranger was written by the stranger.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, proxies?: BlockList): string {
  const chain = [...(forwardedFor ?? '').split(',').map((part) => part.trim()), plain(peer)]
  const isTrusted = (address: string) =>
    isIP(address) !== 0 && (proxies?.check(address, familyOf(address)) ?? false)
  const stranger = chain.findLastIndex((address) => !isTrusted(address))
  const found = plain(chain[stranger] ?? '')
  return isIP(found) === 0 ? plain(peer) : found
}

/** IPv4 on an IPv6 socket looks like `::ffff:10.0.0.1`. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')
const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')
