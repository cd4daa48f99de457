// Two forms made up for the tests of imports: things, and prices of things that must be there.

import { type Kysely, sql } from 'kysely'
import type { Tx } from '../src/platform/db/db.ts'
import type { Database } from '../src/platform/db/schema.generated.ts'
import { readCode, readDecimal, readOpenDay, readText } from '../src/platform/imports/cells.ts'
import { type ImportContext, type ImportFormat, importFormat } from '../src/platform/imports/format.ts'

type Thing = { code: string; name: string; amount: string }

export const createThings = (db: Kysely<Database>) =>
  sql`create table if not exists things (code text primary key, name text not null, amount numeric not null)`.execute(
    db,
  )

export async function listThings(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<Thing>`select * from things order by code`.execute(db)
  return rows.map(({ code, name, amount }) => `${code} ${name} ${amount}`)
}

export const thingsFormat = importFormat({
  name: 'things',
  reads: 'table',
  required: ['code', 'name', 'amount'],
  optional: ['valid_from'],
  numbers: ['amount'],
  order: 10,
  access: { may: 'import.things', at: 'somewhere' },

  async run(ctx, batches) {
    const counts = { created: 0, changed: 0, unchanged: 0 }
    for await (const rows of batches)
      for (const { row, cells } of rows) {
        const faults = {
          code: readCode(cells.code),
          name: readText(cells.name, 40),
          amount: readDecimal(cells.amount),
          valid_from: readOpenDay(cells.valid_from, '-infinity'),
        }
        const bad = Object.entries(faults).flatMap(([field, read]) =>
          'code' in read ? [{ row, field, ...read }] : [],
        )
        if (bad.length > 0) bad.forEach(ctx.reject)
        else counts[await upsertThing(ctx.tx, cells)] += 1
      }
    await note(ctx, 'import.things', counts)
    return counts
  },
})

export const pricesFormat = importFormat({
  name: 'prices',
  reads: 'table',
  required: ['code', 'price'],
  optional: [],
  numbers: ['price'],
  order: 20,
  access: { may: 'import.prices', at: 'everywhere' },

  async run(ctx, batches) {
    const counts = { created: 0, changed: 0, unchanged: 0 }
    for await (const rows of batches)
      for (const { row, cells } of rows) {
        const thing = await findThing(ctx.tx, cells.code)
        if (thing) counts[await upsertThing(ctx.tx, { ...thing, amount: cells.price })] += 1
        else
          ctx.reject({
            row,
            field: 'code',
            code: 'cell.choice',
            details: { value: cells.code, allowed: '…' },
          })
      }
    await note(ctx, 'import.prices', counts)
    return counts
  },
})

/** Keeps the size of each outline as the amount. */
export const outlinesFormat = importFormat({
  name: 'outlines',
  reads: 'geojson',
  required: ['code', 'geometry'],
  optional: ['name'],
  numbers: [],
  order: 30,
  access: { may: 'import.things', at: 'somewhere' },

  async run(ctx, batches) {
    const counts = { created: 0, changed: 0, unchanged: 0 }
    for await (const rows of batches)
      for (const { row, cells } of rows) {
        if (cells.geometry === '') ctx.reject({ row, field: 'geometry', code: 'cell.empty' })
        else
          counts[
            await upsertThing(ctx.tx, {
              ...cells,
              amount: String(JSON.parse(cells.geometry).coordinates.length),
            })
          ] += 1
      }
    await note(ctx, 'import.things', counts)
    return counts
  },
})

export const thingFormats: readonly ImportFormat[] = [pricesFormat, thingsFormat, outlinesFormat]

async function findThing(tx: Tx, code: string): Promise<Thing | undefined> {
  return (await sql<Thing>`select * from things where code = ${code}`.execute(tx)).rows[0]
}

async function upsertThing(tx: Tx, thing: Thing): Promise<'created' | 'changed' | 'unchanged'> {
  const before = await findThing(tx, thing.code)
  if (before && before.name === thing.name && Number(before.amount) === Number(thing.amount))
    return 'unchanged'
  await sql`
    insert into things values (${thing.code}, ${thing.name}, ${thing.amount})
    on conflict (code) do update set name = excluded.name, amount = excluded.amount`.execute(tx)
  return before ? 'changed' : 'created'
}

const note = (
  { audit, fileName }: ImportContext,
  action: 'import.things' | 'import.prices',
  details: object,
) => audit({ action, subject: `file/${fileName}`, details })
