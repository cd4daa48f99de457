// What must not compile. `tsc -p tsconfig.test.json` is the test: an unused @ts-expect-error is an error.

import { test } from 'node:test'
import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { read, write } from './endpoint.ts'

const show = contract({
  method: 'GET',
  path: '/note',
  summary: 'note.show',
  input: z.object({ id: z.number() }),
  output: z.object({ ok: z.boolean() }),
})
const answer = async () => ({ ok: true })

test('the types keep the house: what is marked here does not compile', () => {
  // @ts-expect-error a reading without access
  read(show, { handle: answer })
  // @ts-expect-error a write without access
  write(show, { handle: answer })
  // @ts-expect-error a permission without a place
  write(show, { access: { may: 'note.write' }, handle: answer })
  // @ts-expect-error a place that is none
  write(show, { access: { may: 'note.write', at: async () => 'here' }, handle: answer })
  // @ts-expect-error a permission that is not noun.verb
  write(show, { access: { may: 'write', at: async () => 'everywhere' }, handle: answer })

  read(show, {
    access: 'anyone',
    async handle({ db }) {
      // @ts-expect-error a reading cannot insert
      db.insertInto
      // @ts-expect-error … nor update
      db.updateTable
      // @ts-expect-error … nor delete
      db.deleteFrom
      // @ts-expect-error … nor open a transaction
      db.transaction
      return { ok: true }
    },
  })
  // @ts-expect-error a reading is given no transaction
  read(show, { access: 'anyone', handle: async ({ tx }) => ({ ok: Boolean(tx) }) })
  // @ts-expect-error a write is given no handle besides its transaction
  write(show, { access: 'anyone', handle: async ({ db }) => ({ ok: Boolean(db) }) })
  // @ts-expect-error an answer that the contract does not promise
  read(show, { access: 'anyone', handle: async () => ({ ok: 'yes' }) })
  // @ts-expect-error an input that the contract does not ask for
  read(show, { access: 'anyone', handle: async ({ input }) => ({ ok: Boolean(input.name) }) })
})
