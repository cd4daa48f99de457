import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noteEndpoints } from '../../../test/wrapper.ts'
import { openApi } from './openapi.ts'

type Operation = {
  operationId: string
  security: object[]
  parameters: { name: string; in: string; required: boolean }[]
  requestBody?: { content: Record<string, { schema: { required: string[]; properties: object } }> }
  responses: Record<string, { content?: Record<string, unknown> }>
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>>; components: object }

const document = openApi(noteEndpoints, 'en') as Document
const operation = (path: string, method: string) => document.paths[path]![method]!
const parameters = (o: Operation) =>
  o.parameters.map((p) => `${p.in} ${p.name}${p.required ? '' : '?'}`).sort()

test('OpenAPI: a reading has its input in the path and the query', () => {
  const show = operation('/api/v1/notes/{name}', 'get')
  assert.deepEqual(parameters(show), ['path name', 'query least?', 'query of?', 'query on?'])
  assert.equal(show.requestBody, undefined)
  assert.deepEqual(show.security, [])
})

test('OpenAPI: a write has the rest of its input in the body, and takes an idempotency key', () => {
  const put = operation('/api/v1/notes/{name}', 'put')
  assert.deepEqual(parameters(put), ['header Idempotency-Key?', 'path name'])
  const { schema } = put.requestBody!.content['application/json']!
  assert.deepEqual(Object.keys(schema.properties), ['text', 'how'])
  assert.deepEqual(schema.required, ['text'])
  assert.deepEqual(Object.keys(put.responses), ['200', '400', '401', '403', 'default'])
  assert.ok(put.responses[403]!.content!['application/problem+json'])
})

test('OpenAPI: a required key is required, nothing to answer is 204, a raw body is any type', () => {
  const post = operation('/api/v1/notes', 'post')
  assert.ok(parameters(post).includes('header Idempotency-Key'))
  assert.ok('204' in post.responses)
  const files = operation('/api/v1/files', 'post')
  assert.deepEqual(parameters(files), ['query kind'])
  assert.deepEqual(Object.keys(files.requestBody!.content), ['*/*'])
})

test('OpenAPI: every reference points to something', () => {
  const text = JSON.stringify(document)
  assert.equal(document.openapi, '3.1.0')
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
    assert.ok(name! in (document.components as { schemas: object }).schemas, name!)
})
