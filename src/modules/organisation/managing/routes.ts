import { type Endpoint, read, write } from '#platform/http/endpoint.ts'
import { getUnit } from '../api/unit.ts'
import * as api from '../api/unit-changes.ts'
import { UnitChangeProblem } from '../problems.ts'
import { changeUnits } from './change-units.ts'
import { tellUnit } from './tell-unit.ts'

export const unitManagingEndpoints: Endpoint[] = [
  read(getUnit, {
    access: 'anyone',
    handle: ({ db, input, today }) => tellUnit(db, input.id, input.on ?? today),
  }),
  write(api.changeUnits, {
    access: { may: 'unit.change', at: async () => 'everywhere' as const },
    idempotency: 'required',
    async handle({ tx, input, today, lang, audit, discard }) {
      const told = await changeUnits(tx, input, { today, lang })
      const dryRun = input.dryRun === 'true'
      if (dryRun) discard()
      else if (!told.possible)
        throw UnitChangeProblem.refused(
          { count: told.refusals.length },
          told.refusals.map(({ change, message }) => ({
            path: `changes.${change}`,
            code: 'unitChange.because',
            details: { message },
          })),
        )
      else {
        const { date, hierarchy, basis, changes } = input
        const [first] = [...told.after, ...told.before]
        await audit({
          action: 'unit.change',
          subject: `units:${hierarchy}/${date}`,
          ...(first && { unitId: Number(first.id) }),
          details: { date, hierarchy, basis, changes },
        })
      }
      return { dryRun, ...told }
    },
  }),
]
