// The small country of `work-house.ts`, whose district has a directive to carry out.

import { type Issued, issueDuty, type NewDuty, registerDirective } from '#modules/directives/index.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import { writeAudit } from '#platform/audit/store.ts'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { dayOf } from '../src/kernel/day.ts'
import { remindDuties } from '../src/modules/work/notices/remind-duties.ts'
import { roleMay } from '../src/roles.ts'
import { type WorkHouse, workHouse } from './work-house.ts'

export const TASK = 'Báo cáo sơ kết một năm thực hiện Kết luận 01'
const DUTY: NewDuty = {
  task: TASK,
  product: 'report',
  dueOn: '2021-12-18',
  to: { by: 'list', units: ['A', 'A2'] },
  decider: 'D1',
}

export type DutyHouse = WorkHouse & {
  directive: string
  /** Gives a duty to A and A2, due on the 18th; with its entry in the log. */
  issue(part?: Partial<NewDuty>): Promise<Issued>
  /** What the hourly job does about duties. */
  remindDuties(): Promise<number>
  /** The occurrence of a unit. */
  occurrenceOf(issued: Issued, unit: string): string
}

export async function dutyHouse(): Promise<DutyHouse> {
  const house = await workHouse()
  const today = () => dayOf(house.clock.now)
  const doing = () => ({ by: 'songma', at: house.clock.now, today: today() })
  const keeper = (await unitByCode(house.db, 'D1', { startsOn: today(), endsOn: today() }))!
  const { id: directive } = await house.transact((tx) =>
    registerDirective(
      tx,
      {
        number: '12-KH/HU',
        type: 'plan',
        keeperUnitId: keeper.id,
        issuer: null,
        issuedOn: '2021-06-01',
        excerpt: 'Thực hiện Kết luận 01-KL/TW',
      },
      doing(),
    ),
  )
  return Object.assign(house, {
    directive: String(directive),
    issue: (part: Partial<NewDuty> = {}) =>
      house.transact(async (tx) => {
        const issued = await issueDuty(tx, directive, { ...DUTY, ...part }, doing())
        await writeAudit(tx, OPERATOR, house.clock.now, issued.entry)
        return issued
      }),
    remindDuties: () => house.transact((tx) => remindDuties(tx, roleMay, house.clock.now)),
    occurrenceOf: ({ occurrences }: Issued, unit: string) =>
      String(occurrences.find(({ unitCode }) => unitCode === unit)!.id),
  })
}
