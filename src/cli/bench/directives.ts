import type { Hono } from 'hono'
import { type RawBuilder, sql } from 'kysely'
import type { House } from '#platform/db/house.ts'
import { composeApp } from '../../app.ts'
import { DIRECTIVES, makeRegister, OCCURRENCES, READ_ON } from './register.ts'
import { type BenchResult, compare, sample } from './result.ts'
import { signIn } from './sign-in.ts'
import { makeWorld, SEED } from './world.ts'

const COMMUNES = 600
const SAMPLES = 15
const WARM_UP = 3

/** What somebody reads, over HTTP as they read it, beside the barest statement that finds the same rows. */
type Reading = { work: string; path: string; member: string; least: number; raw: RawBuilder<unknown> }

const day = sql`${READ_ON}::date`
const counted = sql`state not in ('passed', 'withdrawn')`
const counts = sql`count(*), count(received_on), count(studied_on), count(planned_on), count(reported_on), count(done_on)`

const readings: readonly Reading[] = [
  {
    work: 'coverage-board-year',
    path: `/api/v1/coverage?unit=P&from=2024-01-01&to=2024-12-31&on=${READ_ON}`,
    member: 'units',
    least: 500,
    raw: sql`select unit_id, ${counts} from duty_occurrences o join directives d on d.id = o.directive_id
              where d.issued_on between '2024-01-01' and '2024-12-31' and ${counted} group by unit_id`,
  },
  {
    work: 'coverage-board-all',
    path: `/api/v1/coverage?unit=P&on=${READ_ON}`,
    member: 'units',
    least: 500,
    raw: sql`select unit_id, ${counts} from duty_occurrences where ${counted} group by unit_id`,
  },
  {
    work: 'coverage-board-directives',
    path: `/api/v1/coverage?unit=P&by=directives&from=2024-01-01&to=2024-12-31&on=${READ_ON}`,
    member: 'directives',
    least: 100,
    raw: sql`select d.id, ${counts} from duty_occurrences o join directives d on d.id = o.directive_id
              where d.issued_on between '2024-01-01' and '2024-12-31' and ${counted} group by d.id`,
  },
  {
    work: 'coverage-of-one',
    path: `/api/v1/directives/10001/coverage?on=${READ_ON}`,
    member: 'units',
    least: 20,
    raw: sql`select * from duty_occurrences where directive_id = 10001 order by unit_code`,
  },
  {
    work: 'register-list',
    path: '/api/v1/directives',
    member: 'directives',
    least: 50,
    raw: sql`select * from directives order by issued_on desc, id desc limit 50`,
  },
  {
    work: 'register-search',
    path: '/api/v1/directives?q=nong+nghiep+song',
    member: 'directives',
    least: 10,
    raw: sql`select * from directives where to_tsvector('simple', found_by) @@ to_tsquery('simple', 'nong & nghiep & song')
              order by issued_on desc, id desc limit 50`,
  },
  {
    work: 'register-search-common',
    path: '/api/v1/directives?q=tinh+uy',
    member: 'directives',
    least: 50,
    raw: sql`select * from directives where to_tsvector('simple', found_by) @@ to_tsquery('simple', 'tinh & uy')
              order by issued_on desc, id desc limit 50`,
  },
  {
    work: 'duties-list',
    path: '/api/v1/duties?unit=P',
    member: 'duties',
    least: 50,
    raw: sql`select * from duty_occurrences order by due_on, id limit 50`,
  },
  {
    work: 'duties-overdue',
    path: `/api/v1/duties?unit=P&late=true&state=todo&on=${READ_ON}`,
    member: 'duties',
    least: 50,
    raw: sql`select * from duty_occurrences where state in ('open', 'returned') and due_on < ${day} order by due_on, id limit 50`,
  },
  {
    work: 'duties-of-commune',
    path: '/api/v1/duties?unit=10000',
    member: 'duties',
    least: 50,
    raw: sql`select * from duty_occurrences where unit_id = (select unit_id from unit_states where code = '10000')
              order by due_on, id limit 50`,
  },
]

/**
 * A register of 20,000 directives and 500,000 occurrences of duties, all in one province: the boards of coverage, the
 * lists and the search, as its office reads them over HTTP.
 */
export async function benchDirectives(house: House): Promise<BenchResult[]> {
  await makeWorld(house, COMMUNES, 1)
  await makeRegister(house)
  const app = composeApp(house)
  const cookie = await signIn(house, app, 'office', 'P')
  const results: BenchResult[] = []
  for (const reading of readings) results.push(await measure(house, app, cookie, reading))
  return results
}

async function measure(
  house: House,
  app: Hono,
  cookie: string,
  { work, path, member, least, raw }: Reading,
): Promise<BenchResult> {
  const ours = async () => {
    const answer = await app.request(path, { headers: { cookie } })
    const told = (await answer.json()) as Record<string, unknown[]>
    const found = told[member]?.length ?? 0
    if (answer.status !== 200 || found < least)
      throw new Error(`bench: ${path} answers ${answer.status} with ${found}`)
  }
  const theirs = async () => void (await raw.execute(house.db))
  await sample(WARM_UP, ours)
  await sample(WARM_UP, theirs)
  const [measured, reference] = [await sample(SAMPLES, ours), await sample(SAMPLES, theirs)]
  const size = `${DIRECTIVES} directives, ${OCCURRENCES} occurrences, seed ${SEED}`
  return compare(work, size, 1, measured, 'the same rows, raw SQL', reference)
}
