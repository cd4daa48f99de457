import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { hoistDefinitions } from './openapi-definitions.ts'

type Tree = { name: string; of: Tree[] }
const Tree: z.ZodType<Tree> = z.lazy(() => z.object({ name: z.string(), of: z.array(Tree) }))
const told = () => z.toJSONSchema(z.object({ trees: z.array(Tree), other: Tree.optional() }))

test('a schema that contains itself is put once where its references find it', () => {
  const { part, schemas } = hoistDefinitions({
    a: told(),
    b: [told()],
    c: { $ref: '#/components/schemas/Problem' },
  })
  assert.deepEqual(Object.keys(schemas), ['Shape1'])
  const text = JSON.stringify({ part, schemas })
  assert.doesNotMatch(text, /\$defs/)
  const refs = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref))
  assert.deepEqual([...refs].sort(), ['#/components/schemas/Problem', '#/components/schemas/Shape1'])
  assert.deepEqual(JSON.parse(JSON.stringify(schemas.Shape1)).properties.of.items, {
    $ref: '#/components/schemas/Shape1',
  })
})

test('definitions that say something else keep apart', () => {
  const Other: z.ZodType<{ of: unknown[] }> = z.lazy(() => z.object({ of: z.array(Other) }))
  const { schemas } = hoistDefinitions([told(), z.toJSONSchema(z.object({ one: Other, two: Other }))])
  assert.equal(Object.keys(schemas).length, 2)
})
