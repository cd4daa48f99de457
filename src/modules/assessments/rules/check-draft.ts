// What stands against putting a draft in force: what is wrong with any scheme, and what people forget while writing one.

import type { Scheme } from '../schema.ts'
import { pathFaults } from './check-paths.ts'
import { checkScheme, type SchemeFault } from './check-scheme.ts'
import { formFaults } from './scheme-form.ts'

export type DraftFaultFound = SchemeFault & { isBlocking: boolean }

/** In the order of the scheme's head, areas, criteria; `code` the i18n key after `problem.scheme.` and `app.schemes.fault.`. */
export function checkDraft(scheme: Scheme): DraftFaultFound[] {
  const unread = formFaults(scheme)
  if (unread.length > 0) return unread.map(blocking)
  return [
    ...checkScheme(scheme).map(blocking),
    ...unnamed(scheme).map(blocking),
    ...scheme.areas.flatMap(({ criteria }) =>
      criteria.flatMap((criterion) =>
        pathFaults(criterion).map((fault) => ({ at: criterion.code, ...fault })),
      ),
    ),
  ]
}

const blocking = (fault: SchemeFault): DraftFaultFound => ({ ...fault, isBlocking: true })

function unnamed({ name, areas }: Scheme): SchemeFault[] {
  const named = [{ code: '', name }, ...areas, ...areas.flatMap(({ criteria }) => criteria)]
  return named.filter((one) => one.name.trim() === '').map(({ code }) => ({ at: code, code: 'unnamed' }))
}
