import { addDays, type Day, OPEN_END } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import { type Endpoint, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/access.ts'
import { rulesHolding } from '../rules/claims.ts'
import { loadClaimRules, replaceClaimRules, type StoredRule } from '../store/claim-rules.ts'
import { addGrant, closeGrant, listGrantsOf } from '../store/grants.ts'
import { listUnitNames } from '../store/lookup.ts'
import { checkedGrant } from './grant-input.ts'
import type { AccessParts } from './power.ts'

const access = { may: 'grant.manage' as const, at: async () => 'everywhere' as const }

/** Which roles follow from what another sign-in service says: data of whoever gives roles everywhere. */
export const claimEndpoints = (parts: AccessParts): Endpoint[] => [
  read(api.listClaimRules, {
    access,
    async handle({ db, today }) {
      const rules = await loadClaimRules(db)
      const names = await listUnitNames(db, [...new Set(rules.flatMap(({ unitId }) => unitId ?? []))], today)
      const codes = new Map(names.map(({ id, code }) => [id, code]))
      return {
        rules: rules.map(({ unitId, ...rule }) => ({
          ...rule,
          unit: unitId === null ? null : codes.get(unitId)!,
        })),
      }
    },
  }),
  write(api.setClaimRules, {
    access,
    idempotency: 'required',
    async handle({ tx, input, audit }) {
      const rules: StoredRule[] = []
      for (const { claim, value, ...grant } of input.rules) {
        const { role, unitId, field } = await checkedGrant(tx, parts, grant)
        rules.push({ claim, value, role, unitId, field })
      }
      await replaceClaimRules(tx, rules)
      await audit({ action: 'claimRule.set', subject: 'claim-rules', details: { after: input.rules } })
      return undefined
    },
  }),
]

type Held = Pick<StoredRule, 'role' | 'unitId' | 'field'>
const sameGrant = (a: Held) => (b: Held) => a.role === b.role && a.unitId === b.unitId && a.field === b.field

/**
 * Gives an account the roles that follow from claims, and ends those that followed from earlier ones. Roles given by
 * hand stay. Answers how many roles hold today.
 */
export async function settleClaims(
  tx: Tx,
  accountId: number,
  claims: Record<string, unknown>,
  today: Day,
): Promise<number> {
  const due = rulesHolding(await loadClaimRules(tx), claims)
  const holds = (await listGrantsOf(tx, [accountId])).filter(({ validTo }) => validTo >= today)
  const followed = holds.filter(({ source }) => source === 'claims')
  for (const grant of followed)
    if (!due.some(sameGrant(grant))) await closeGrant(tx, grant.id, addDays(today, -1))
  const wanted = due.filter((rule, at) => due.findIndex(sameGrant(rule)) === at)
  for (const { role, unitId, field } of wanted.filter((rule) => !followed.some(sameGrant(rule))))
    await addGrant(tx, {
      accountId,
      role,
      unitId,
      field,
      validFrom: today,
      validTo: OPEN_END,
      source: 'claims',
    })
  const byHand = holds.filter(({ source, validFrom }) => source === 'hand' && validFrom <= today)
  return wanted.length + byHand.length
}
