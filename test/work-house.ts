// A small country whose office asks one form every year, and what its people see of it.

import { loadIndicators, saveForm } from '#modules/indicators/index.ts'
import { tellNews } from '../src/modules/work/jobs.ts'
import { remind } from '../src/modules/work/notices/remind.ts'
import { roleMay } from '../src/roles.ts'
import { COUNTRY, type TestHouse, testHouse } from './house.ts'
import type { Persona } from './persona.ts'

const INDICATORS = `code,name,unit_of_measure,across_units,across_time,minimum
longan,Diện tích nhãn,ha,sum,last,0
mango,Diện tích xoài,ha,sum,last,0
`

export type WorkHouse = TestHouse & {
  /** Reads the news of all that has happened so far. */
  tell(): Promise<void>
  /** What the hourly job does. */
  remind(): Promise<number>
  /** The office asks a unit, and all below it, for the form. */
  open(unit: string, dueOn?: string): Promise<Response>
  /** The account behind a persona who has made a request. */
  accountOf(persona: Persona): Promise<{ id: number; username: string }>
}

/** In December 2021: the form `fruit` is asked for the year. */
export async function workHouse(now = '2021-12-16T02:00:00Z'): Promise<WorkHouse> {
  const house = await testHouse({ now })
  await house.bring('units', COUNTRY)
  await house.bring('indicators', INDICATORS)
  await house.transact(async (tx) => {
    const indicatorIds = [...(await loadIndicators(tx)).values()].map(({ id }) => id)
    const named = { name: 'Cây ăn quả', nameEn: 'Fruit trees', frequency: 'year' }
    await saveForm(tx, { code: 'fruit', ...named, indicatorIds })
  })
  return Object.assign(house, {
    tell: () => tellNews(house, roleMay, house.clock.now),
    remind: () => house.transact((tx) => remind(tx, roleMay, house.clock.now)),
    open: (unit: string, dueOn?: string) => {
      const asked = { form: 'fruit', unit, period: '2021', ...(dueOn && { dueOn }) }
      return house.as('office').post('/api/v1/openings', asked)
    },
    accountOf: (persona: Persona) =>
      house.db
        .selectFrom('accounts')
        .select(['id', 'username'])
        .where('username', 'like', `${persona}-%`)
        .executeTakeFirstOrThrow(),
  })
}

export const report = (unit = 'A', form = 'fruit', period = '2021') =>
  `/api/v1/reports/${form}/${unit}/${period}`
export const cells = (longan: string) => ({ values: [{ indicator: 'longan', value: longan }] })
