import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import { COUNTRY, type TestHouse, testHouse } from '../../../../test/house.ts'
import type { Client } from '../../../../test/persona.ts'
import { copyFiles, forgetFiles } from './jobs.ts'
import { findFiles, markFilesUsed } from './store.ts'

const sha = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

async function fileHouse(): Promise<TestHouse> {
  const house = await testHouse()
  await house.bring('units', COUNTRY)
  return house
}

/** A photo as a telephone makes it: lying on its side, with the place written into it. */
const photo = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#0b6e69' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Phone', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .toBuffer()

const announce = async (client: Client, about: object) => {
  const answer = await client.post('/api/v1/files', { name: 'Nhà ông Lò.jpg', unit: 'A', ...about })
  assert.equal(answer.status, 200, await answer.clone().text())
  return ((await answer.json()) as { id: string }).id
}

const send = (client: Client, id: string, content: Uint8Array, offset = 0) =>
  client.put(`/api/v1/files/${id}/content?offset=${offset}`, new Blob([new Uint8Array(content)]))

const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code

test('a photo keeps its bytes and is shown without what the camera wrote into it', async () => {
  await using house = await fileHouse()
  const officer = house.as('officer')
  const original = await photo()
  const position = { lat: 21.0512, lon: 103.7411, accuracyM: 8 }
  const takenAt = '2021-11-20T08:15:00.000Z'
  const id = await announce(officer, { bytes: original.length, sha256: sha(original), takenAt, position })
  assert.equal((await send(officer, id, original)).status, 200)

  const state = (await (await officer.get(`/api/v1/files/${id}`)).json()) as object
  assert.deepEqual(
    { ...state, addedBy: '' },
    {
      id,
      name: 'Nhà ông Lò.jpg',
      bytes: original.length,
      received: original.length,
      isComplete: true,
      mediaType: 'image/jpeg',
      sha256: sha(original),
      width: 40,
      height: 60,
      takenAt,
      position,
      addedBy: '',
      addedAt: house.clock.now.toISOString(),
    },
  )

  const whole = await house.as('leader').get(`/api/v1/files/${id}/content`)
  assert.equal(sha(new Uint8Array(await whole.arrayBuffer())), sha(original))
  assert.match(whole.headers.get('content-security-policy')!, /sandbox/)
  assert.equal(whole.headers.get('x-content-type-options'), 'nosniff')
  assert.match(
    whole.headers.get('content-disposition')!,
    /^inline; filename="Nha ong Lo.jpg"; filename\*=UTF-8''Nh%C3%A0/,
  )

  // Before its copies are made and after, the answer is the same picture.
  for (const _ of ['drawn', 'kept']) {
    const copy = await officer.get(`/api/v1/files/${id}/content?copy=public`)
    const drawn = await sharp(Buffer.from(await copy.arrayBuffer())).metadata()
    assert.deepEqual([drawn.format, drawn.width, drawn.height], ['webp', 40, 60])
    assert.equal(drawn.exif, undefined)
    assert.equal(drawn.orientation, undefined)
    await copyFiles(house, house.clock.now)
  }
  assert.deepEqual(await house.auditActions(), ['import.units', 'file.add'])
  assert.deepEqual(house.log, [])
})

test('pieces come in any order and any number of times, and make the same file', async () => {
  await using house = await fileHouse()
  const officer = house.as('officer')
  const content = Buffer.from(`xã,số nhà\n${'Nà Nghịu,12\n'.repeat(40)}`)
  const piece = fc.tuple(fc.nat(content.length - 1), fc.integer({ min: 1, max: 200 }))
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const id = await announce(officer, { name: 'nhà.csv', bytes: content.length, sha256: sha(content) })
      let received = 0
      for (const [offset, length] of pieces) {
        const answer = await send(officer, id, content.subarray(offset, offset + length), offset)
        const end = Math.min(offset + length, content.length)
        assert.equal(answer.status, offset > received ? 409 : 200)
        if (offset <= received) received = Math.max(received, end)
      }
      // Whoever lost count asks where to go on.
      const { received: at } = (await (await officer.get(`/api/v1/files/${id}`)).json()) as {
        received: number
      }
      assert.equal(at, received)
      if (at < content.length) await send(officer, id, content.subarray(at), at)
      const whole = await officer.get(`/api/v1/files/${id}/content`)
      assert.deepEqual(Buffer.from(await whole.arrayBuffer()), content)
    }),
    { numRuns: 25 },
  )
})

test('what arrives otherwise than it was announced is refused, and may be sent anew', async () => {
  await using house = await fileHouse()
  const officer = house.as('officer')
  const content = Buffer.from('a;b\n1;2\n')
  const id = await announce(officer, { bytes: content.length, sha256: sha(content) })
  const spoilt = await send(officer, id, Buffer.from('a;b\n1;3\n'))
  assert.deepEqual([spoilt.status, await codeOf(spoilt)], [422, 'file.different'])
  assert.equal((await send(officer, id, content)).status, 200)
  assert.equal(await codeOf(await send(officer, id, Buffer.from('a;b\n1;2\n3'))), 'file.tooLong')
})

for (const [what, content] of [
  ['a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
  ['a web page', Buffer.from('<html><script>alert(1)</script></html>')],
  ['a drawing that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['text that is no table', Buffer.from('one\ntwo\n')],
  ['a text with hidden signs', Buffer.from('a,b\n1,\0\n')],
] as const)
  test(`${what} is not taken, whatever it is called`, async () => {
    await using house = await fileHouse()
    const officer = house.as('officer')
    const id = await announce(officer, { name: 'ảnh.jpg', bytes: content.length })
    const answer = await send(officer, id, content)
    assert.deepEqual([answer.status, await codeOf(answer)], [415, 'file.kind'])
    assert.equal((await house.as('administrator').get(`/api/v1/files/${id}`)).status, 404)
    assert.deepEqual(await house.auditActions(), ['import.units'])
  })

test('a broken picture is refused with its name', async () => {
  await using house = await fileHouse()
  const officer = house.as('officer')
  const head = (await photo()).subarray(0, 30)
  const answer = await send(officer, await announce(officer, { bytes: head.length }), head)
  assert.deepEqual([answer.status, await codeOf(answer)], [422, 'file.picture'])
})

test('files of another unit, and files that are not there, are answered alike', async () => {
  await using house = await fileHouse()
  const content = Buffer.from('a;b\n1;2\n')
  const id = await announce(house.as('officer'), { bytes: content.length })
  await send(house.as('officer'), id, content)
  const outsider = house.as('outsider')
  const calls = [
    (file: string) => outsider.get(`/api/v1/files/${file}`),
    (file: string) => outsider.get(`/api/v1/files/${file}/content?copy=small`),
    (file: string) => send(outsider, file, content),
  ]
  for (const call of calls) {
    const [there, nowhere] = [await call(id), await call('nowhere')]
    assert.equal(there.status, 403)
    assert.equal(await there.text(), await nowhere.text())
  }
  assert.equal((await outsider.post('/api/v1/files', { name: 'a', bytes: 1, unit: 'A' })).status, 403)
  // A colleague at the unit reads it and adds nothing to it.
  assert.equal((await house.as('collector').get(`/api/v1/files/${id}`)).status, 200)
  assert.equal((await send(house.as('collector'), id, content)).status, 404)
})

test('what was never finished or never used is removed, and what a record names stays', async () => {
  await using house = await fileHouse()
  const officer = house.as('officer')
  const content = Buffer.from('a;b\n1;2\n')
  const [begun, unused, used] = [
    await announce(officer, { bytes: content.length }),
    await announce(officer, { bytes: content.length }),
    await announce(officer, { bytes: content.length }),
  ]
  for (const id of [unused, used]) await send(officer, id, content)
  const found = await findFiles(house.db, [begun, unused, used, 'nowhere'])
  assert.deepEqual([...found.keys()].sort(), [unused, used].sort())
  await house.transact((tx) => markFilesUsed(tx, [used], house.clock.now))

  const left = async (days: number) => {
    await forgetFiles(house, new Date(house.clock.now.getTime() + days * 86_400_000))
    const rows = await house.db.selectFrom('files').select('id').execute()
    return rows.map(({ id }) => id).sort()
  }
  assert.deepEqual(await left(10), [begun, unused, used].sort())
  assert.deepEqual(await left(20), [unused, used].sort())
  assert.deepEqual(await left(70), [used])
  assert.equal((await house.db.selectFrom('file_chunks').select('at').execute()).length, 1)
})
