// An application of a few endpoints made up for the tests of the wrapper: notes, kept as accounts' names.

import type { Hono } from 'hono'
import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'
import { insertAccount } from '#platform/auth/store/accounts.ts'
import { createApp } from '#platform/http/app.ts'
import { type Actor, type Endpoint, read, STRANGER, write } from '#platform/http/endpoint.ts'
import { defineProblems } from '#platform/http/problem.ts'
import type { House } from '../src/platform/db/house.ts'

const NoteProblem = defineProblems('route', { notFound: 404 })
const Note = z.object({ name: z.string() })
const at = async () => ({ unit: 1 })

/** One account may write at unit 1, one elsewhere, one everywhere. */
const MAY: Record<string, Actor['may']> = {
  clerk: async (_db, permission, place) =>
    permission === 'note.write' && typeof place === 'object' && place.unit === 1,
  outsider: async (_db, _permission, place) => place === 'somewhere',
  office: async () => true,
}

export const noteEndpoints: Endpoint[] = [
  read(
    contract({
      method: 'GET',
      path: '/api/v1/notes/:name',
      summary: 'note.show',
      input: z.object({
        name: z.string(),
        on: DayInput.optional(),
        least: z.coerce.number().min(3).optional(),
        of: z.enum(['a', 'b']).optional(),
      }),
      output: Note,
    }),
    { access: 'anyone', handle: async ({ input }) => ({ name: input.name }) },
  ),
  write(
    contract({
      method: 'PUT',
      path: '/api/v1/notes/:name',
      summary: 'note.write',
      input: z.strictObject({
        name: z.string(),
        text: z.string().max(2_000_000),
        how: z.string().optional(),
      }),
      output: Note,
    }),
    {
      access: { may: 'note.write', at },
      async handle({ tx, input: { name, text, how }, now, http, audit, discard, refuse }) {
        await insertAccount(tx, { username: name, passwordHash: text, now })
        if (how === 'silent') return { name }
        if (how === 'refuse') return refuse(NoteProblem.notFound())
        if (how === 'problem') throw NoteProblem.notFound()
        if (how === 'bug') throw new Error('the secret of the house')
        if (how === 'discard') discard()
        await audit({ action: 'note.write', subject: name })
        http.answer.etag = `"${text}"`
        return { name }
      },
    },
  ),
  write(
    contract({
      method: 'POST',
      path: '/api/v1/notes',
      summary: 'note.add',
      input: z.object({ name: z.string() }),
      output: z.undefined(),
    }),
    {
      access: 'signed-in',
      idempotency: 'required',
      async handle({ tx, input, now, audit }) {
        await insertAccount(tx, { username: input.name, passwordHash: '', now })
        await audit({ action: 'note.add', subject: input.name })
        return undefined
      },
    },
  ),
  write(
    contract({
      method: 'POST',
      path: '/api/v1/files',
      summary: 'note.file',
      input: z.object({ kind: z.string() }),
      output: z.object({ kind: z.string(), bytes: z.number(), open: z.boolean() }),
    }),
    {
      access: 'signed-in',
      body: 'raw',
      receive: async ({ http }) => {
        const file = { bytes: (await new Response(http.body()).bytes()).length, open: true }
        received.push(file)
        return {
          file,
          async [Symbol.asyncDispose]() {
            file.open = false
          },
        }
      },
      async handle({ input, received: { file }, audit }) {
        await audit({ action: 'note.file', subject: input.kind })
        return { kind: input.kind, ...file }
      },
    },
  ),
  read(
    contract({
      method: 'GET',
      path: '/api/v1/secrets/:name',
      summary: 'note.secret',
      input: Note,
      output: Note,
    }),
    {
      access: {
        may: 'note.read',
        at: async (_db, { name }) => {
          if (name === 'absent') throw NoteProblem.notFound()
          return { unit: 1 }
        },
      },
      handle: async ({ input }) => input,
    },
  ),
]

/** What came through `receive`, in order. */
export const received: { bytes: number; open: boolean }[] = []

export type Notes = {
  app: Hono
  log: string[]
  names(): Promise<string[]>
  send(method: string, path: string, options?: Options): Promise<Response>
}
type Options = { as?: string; body?: BodyInit | object; headers?: Record<string, string> }

/** The application on a house, with an account `clerk`, `outsider` and `office` behind the header `x-as`. */
export async function notesApp(house: House): Promise<Notes> {
  const now = new Date('2022-01-15T02:00:00Z')
  const ids = new Map<string, number>()
  for (const username of Object.keys(MAY))
    ids.set(username, await house.transact((tx) => insertAccount(tx, { username, passwordHash: '', now })))

  const log: string[] = []
  const app = createApp(
    {
      db: house.db,
      transact: house.transact,
      now: () => now,
      log: (text) => log.push(text),
      checkAnswers: true,
      async authenticate(http) {
        const name = http.header('x-as') ?? ''
        const id = ids.get(name)
        return id === undefined ? STRANGER : { id, name, onBehalfOf: null, may: MAY[name]! }
      },
    },
    noteEndpoints,
    [],
  )
  return {
    app,
    log,
    async names() {
      const rows = await house.db.selectFrom('accounts').select('username').orderBy('id').execute()
      return rows.map((row) => row.username).filter((name) => !ids.has(name))
    },
    async send(method, path, { as, body, headers = {} } = {}) {
      const json = typeof body === 'object' && Object.getPrototypeOf(body) === Object.prototype
      return app.request(path, {
        method,
        ...(body !== undefined && { body: json ? JSON.stringify(body) : (body as BodyInit) }),
        headers: {
          ...(json && { 'content-type': 'application/json' }),
          ...(as && { 'x-as': as }),
          ...headers,
        },
      })
    },
  }
}
