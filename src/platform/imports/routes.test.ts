import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { writeXlsx } from 'hucre/xlsx'
import { createApp } from '#platform/http/app.ts'
import { type Actor, STRANGER } from '#platform/http/endpoint.ts'
import { type Scratch, scratchHouse } from '../../../test/scratch.ts'
import { createThings, listThings, thingFormats } from '../../../test/things-format.ts'
import type { ImportAnswer } from './api.ts'
import { importEndpoints } from './routes.ts'

const PATH = '/api/v1/imports'
const GOOD = 'code,name,amount\na,Nhãn,1.5\n'
const BAD = `${GOOD}b,Xoài,x\n`
const CSV = { 'content-type': 'text/csv' }

const ACTORS: Record<string, Actor> = {
  clerk: {
    id: null,
    name: 'clerk',
    onBehalfOf: null,
    may: async (_db, permission) => permission === 'import.things',
  },
  stranger: STRANGER,
}

type Client = {
  house: Scratch
  post(query: string, body: BodyInit | null, headers?: Record<string, string>): Promise<Response>
}

async function open(who: keyof typeof ACTORS = 'clerk'): Promise<Client & AsyncDisposable> {
  const house = await scratchHouse()
  await house.transact(createThings)
  const app = createApp(
    {
      db: house.db,
      transact: house.transact,
      now: () => new Date('2026-11-22T03:00:00Z'),
      authenticate: async () => ACTORS[who]!,
      log: assert.fail,
      checkAnswers: true,
    },
    importEndpoints(thingFormats),
    [],
  )
  return {
    house,
    post: async (query, body, headers = {}) => app.request(PATH + query, { method: 'POST', body, headers }),
    [Symbol.asyncDispose]: () => house[Symbol.asyncDispose](),
  }
}
const answerOf = async (response: Response) => (await response.json()) as ImportAnswer

describe(`POST ${PATH}`, () => {
  test('takes the raw file, writes it and answers with the counts', async () => {
    await using client = await open()
    const response = await client.post('?format=things', GOOD, CSV)
    assert.equal(response.status, 200)
    assert.deepEqual(await answerOf(response), {
      format: 'things',
      dryRun: false,
      rows: 1,
      created: 1,
      changed: 0,
      unchanged: 0,
      rejectedCount: 0,
      rejected: [],
    })
    assert.deepEqual(await listThings(client.house.db), ['a Nhãn 1.5'])
  })

  test('the same file again is unchanged, and no bug for want of an audit entry', async () => {
    await using client = await open()
    await client.post('', GOOD, CSV)
    const response = await client.post('', GOOD, CSV)
    assert.deepEqual([response.status, (await answerOf(response)).unchanged], [200, 1])
  })

  test('a bad row is 422 in the language asked for, and nothing is written', async () => {
    await using client = await open()
    const response = await client.post('?lang=en', BAD, CSV)
    assert.equal(response.status, 422)
    assert.deepEqual((await answerOf(response)).rejected, [
      {
        row: 3,
        field: 'amount',
        code: 'cell.number',
        message: '“x” is not a number. This cell holds digits only, without words, % or a unit of measure.',
      },
    ])
    assert.deepEqual(await listThings(client.house.db), [])
  })

  test('keepGood writes the good rows', async () => {
    await using client = await open()
    const response = await client.post('?keepGood=true', BAD, CSV)
    const { created, rejectedCount } = await answerOf(response)
    assert.deepEqual([response.status, created, rejectedCount], [200, 1, 1])
    assert.deepEqual(await listThings(client.house.db), ['a Nhãn 1.5'])
  })

  test('dryRun answers as the import would, and writes nothing', async () => {
    await using client = await open()
    const good = await client.post('?dryRun=true', GOOD, CSV)
    const { dryRun, created } = await answerOf(good)
    assert.deepEqual([good.status, dryRun, created], [200, true, 1])
    const bad = await client.post('?dryRun=true', BAD, CSV)
    assert.deepEqual([bad.status, (await answerOf(bad)).rejectedCount], [200, 1])
    assert.deepEqual(await listThings(client.house.db), [])
  })

  test('a workbook comes raw, whatever the content type says', async () => {
    await using client = await open()
    const rows = [
      ['code', 'name', 'amount'],
      ['a', 'Nhãn', 1.5],
    ]
    const workbook = await writeXlsx({ sheets: [{ name: 'S', rows }] })
    const response = await client.post('', new Blob([new Uint8Array(workbook)]))
    assert.deepEqual([response.status, (await answerOf(response)).created], [200, 1])
  })

  test('a form brings one file, whose name may tell the format', async () => {
    await using client = await open()
    const form = new FormData()
    form.append('note', 'năm 2021')
    form.append('file', new File([GOOD], 'nhãn.csv', { type: 'text/csv' }))
    const response = await client.post('', form)
    assert.deepEqual([response.status, (await answerOf(response)).created], [200, 1])
    const entry = await client.house.db
      .selectFrom('audit_entries')
      .select('subject')
      .executeTakeFirstOrThrow()
    assert.equal(entry.subject, 'file/nhãn.csv')
  })

  test('a form without a file, cut short or without a boundary is malformed', async () => {
    await using client = await open()
    const form = new FormData()
    form.append('note', 'x')
    assert.equal((await client.post('', form)).status, 400)
    const type = { 'content-type': 'multipart/form-data; boundary=b' }
    const cut = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\ncode,name'
    assert.equal((await client.post('', cut, type)).status, 400)
    assert.equal((await client.post('', cut, { 'content-type': 'multipart/form-data' })).status, 400)
  })

  test('no body is an empty file', async () => {
    await using client = await open()
    const response = await client.post('', null)
    assert.deepEqual([response.status, (await answerOf(response)).rejected[0]?.code], [422, 'file.empty'])
  })

  test('an unknown format or flag is refused before the file is taken in', async () => {
    await using client = await open()
    for (const query of ['?format=thing', '?dryRun=yes'])
      assert.equal((await client.post(query, GOOD, CSV)).status, 400, query)
  })

  test('who may not import this format is refused, and a stranger is asked to sign in', async () => {
    {
      await using clerk = await open()
      assert.equal((await clerk.post('', 'code,price\na,1\n', CSV)).status, 403)
      assert.equal((await clerk.post('?format=prices', 'code,price\na,1\n', CSV)).status, 403)
    }
    await using stranger = await open('stranger')
    assert.equal((await stranger.post('', GOOD, CSV)).status, 401)
  })
})
