// An authenticator as WebAuthn describes it, in software: what a phone or a key does, so that our side can be tried.

import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Options = { challenge: string; rp?: { id?: string }; rpId?: string; user?: { id: string } }
const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_CREDENTIAL = 0x40

/** @param knowsPerson false: a plain key, which shows only that it is there. */
export function softPasskey(origin: string, { knowsPerson = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const state = { counter: 0, userHandle: '' }
  const flags = PRESENT | (knowsPerson ? VERIFIED : 0)
  const clientData = (type: string, challenge: string, at = origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }))
  const head = (rpId: string, more = 0) => {
    state.counter += 1
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(state.counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags | more]), counter])
  }
  return {
    create({ challenge, rp, user }: Options) {
      state.userHandle = user!.id
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const authData = Buffer.concat([
        head(rp!.id!, HAS_CREDENTIAL),
        Buffer.alloc(16), // AAGUID
        length,
        id,
        coseKey(publicKey),
      ])
      const attestation = cborMap([
        ['fmt', cborText('none')],
        ['attStmt', Buffer.from([0xa0])],
        ['authData', cborBytes(authData)],
      ])
      return credential(id, {
        clientDataJSON: url(clientData('webauthn.create', challenge)),
        attestationObject: url(attestation),
        transports: ['internal'],
      })
    },
    /** @param at where the browser says it is. */
    get({ challenge, rpId }: Options, at = origin) {
      const authData = head(rpId!)
      const client = clientData('webauthn.get', challenge, at)
      const signature = sign('sha256', Buffer.concat([authData, sha256(client)]), privateKey)
      return credential(id, {
        clientDataJSON: url(client),
        authenticatorData: url(authData),
        signature: url(signature),
        userHandle: state.userHandle,
      })
    },
  }
}

const credential = (id: Buffer, response: object) => ({
  id: url(id),
  rawId: url(id),
  type: 'public-key',
  response,
  clientExtensionResults: {},
})

const url = (bytes: Buffer) => bytes.toString('base64url')
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()

// As much of CBOR (RFC 8949) as this takes: one map of texts, byte strings and a COSE key.
const cborHead = (major: number, length: number) => {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff])
}
const cborText = (text: string) => Buffer.concat([cborHead(3, text.length), Buffer.from(text)])
const cborBytes = (bytes: Buffer) => Buffer.concat([cborHead(2, bytes.length), bytes])
const cborMap = (members: [string, Buffer][]) =>
  Buffer.concat([cborHead(5, members.length), ...members.flatMap(([name, value]) => [cborText(name), value])])

/** ES256 on P-256 (RFC 9053): {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' })
  const part = (text: string) => cborBytes(Buffer.from(text, 'base64url'))
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    part(x!),
    Buffer.from([0x22]),
    part(y!),
  ])
}
