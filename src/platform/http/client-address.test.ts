import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientAddress, readProxies } from './client-address.ts'

const PROXY = readProxies('127.0.0.1, 10.0.0.0/8')

for (const [what, peer, forwarded, proxies, expected] of [
  ['the connection', '203.0.113.9', undefined, undefined, '203.0.113.9'],
  [
    'the connection, whatever it claims, without a trusted proxy',
    '203.0.113.9',
    '1.2.3.4',
    undefined,
    '203.0.113.9',
  ],
  ['the connection, when that is no trusted proxy', '203.0.113.9', '1.2.3.4', PROXY, '203.0.113.9'],
  ['what the trusted proxy saw', '127.0.0.1', '198.51.100.7', PROXY, '198.51.100.7'],
  [
    'what the last trusted proxy saw, not what was claimed to it',
    '::ffff:10.1.2.3',
    '1.2.3.4, 198.51.100.7, 10.9.9.9',
    PROXY,
    '198.51.100.7',
  ],
  ['the proxy itself, when it asks or says nonsense', '127.0.0.1', 'unknown', PROXY, '127.0.0.1'],
  ['the proxy itself without a word of anybody', '127.0.0.1', undefined, PROXY, '127.0.0.1'],
  ['an IPv6 address', '::1', '2001:db8::7', readProxies('::1'), '2001:db8::7'],
] as const)
  test(`a request comes from ${what}`, () => {
    assert.equal(clientAddress(peer, forwarded, proxies), expected)
  })

test('a proxy that is no address stops the start', () => {
  assert.throws(() => readProxies('proxy.example'), /SONGMA_TRUSTED_PROXY: proxy.example/)
})
