import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { sql } from 'kysely'
import { saveForm } from '#modules/indicators/index.ts'
import type { House } from '#platform/db/house.ts'
import { composeApp } from '../../app.ts'
import { type BenchResult, compare, sample } from './result.ts'
import { signIn } from './sign-in.ts'
import { makeWorld, randomFrom, SEED } from './world.ts'

const CELLS = 40
const PEOPLE = 20
const SAVES_EACH = 25
const WARM_UP_EACH = 5

/**
 * Twenty people at once, each saving the draft of a form of 40 values again and again without a pause, over HTTP: signed
 * in, allowed there, under a key, checked, written as a version and audited. Beside it the bare upsert of 40 values from
 * twenty at once.
 */
export async function benchSavePeople(house: House): Promise<BenchResult> {
  const world = await makeWorld(house, PEOPLE, CELLS)
  const ids = await house.transact(async (tx) => {
    const { rows } = await sql<{ id: number }>`select id from indicators order by id`.execute(tx)
    const indicatorIds = rows.map((row) => row.id)
    await saveForm(tx, { code: 'bench', name: 'bench', nameEn: null, frequency: 'month', indicatorIds })
    return indicatorIds
  })
  const app = composeApp(house)
  const cookies: string[] = []
  for (const code of world.communes) cookies.push(await signIn(house, app, 'unit-officer', code))
  const random = randomFrom(SEED)
  const draw = () =>
    world.indicators.map((indicator) => ({ indicator, value: (random() * 1_000).toFixed(2) }))

  const save = (person: number) => put(app, world.communes[person]!, cookies[person]!, draw())
  const upsert = (person: number) =>
    house.transact(async (tx) => {
      const values = draw().map(({ value }) => value)
      await sql`
        insert into indicator_values (indicator_id, period_id, unit_id, breakdown_id, approved, submitted)
        select i, -1, ${person}, 0, v, v from unnest(${ids}::int[], ${values}::numeric[]) u (i, v)
        on conflict (indicator_id, period_id, unit_id, breakdown_id) do update set submitted = excluded.submitted`.execute(
        tx,
      )
    })
  await together(WARM_UP_EACH, upsert)
  await together(WARM_UP_EACH, save)
  const theirs = await together(SAVES_EACH, upsert)
  const ours = await together(SAVES_EACH, save)
  const size = `forms of ${CELLS} values, ${PEOPLE} people at once`
  return compare('save-people', size, PEOPLE, ours, 'bare upsert of 40 values, 20 at once, raw SQL', theirs)
}

/** Everybody `times` times, nobody waiting for another; how long each took. */
async function together(times: number, work: (person: number) => Promise<void>): Promise<number[]> {
  const people = Array.from({ length: PEOPLE }, (_, person) => sample(times, () => work(person)))
  return (await Promise.all(people)).flat()
}

async function put(app: Hono, unit: string, cookie: string, values: object[]): Promise<void> {
  const answer = await app.request(`/api/v1/reports/bench/${unit}/202401`, {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ values }),
  })
  if (answer.status !== 200) throw new Error(`bench: ${await answer.text()}`)
}
