import { sql } from 'kysely'
import { type Day, dayOrNull, OPEN_END, OPEN_START } from '#kernel/day.ts'
import type { PeriodKind } from '#kernel/period.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { CutoffRule } from '../api/cutoff.ts'
import type { RuleDays } from '../rules/cutoff.ts'
import { bumpDefinitions } from './forms.ts'

type RuleRow = {
  id: number
  form: string | null
  frequency: PeriodKind
  level: number | null
  valid_from: Day
  valid_to: Day
  days: RuleDays
  basis: string
}

const toRule = (row: RuleRow): CutoffRule => ({
  id: String(row.id),
  form: row.form,
  frequency: row.frequency,
  level: row.level,
  validFrom: dayOrNull(row.valid_from),
  validTo: dayOrNull(row.valid_to),
  ...row.days,
  basis: row.basis,
})

const RULES = sql`
  select c.id, f.code as form, c.frequency, c.level, c.valid_from, c.valid_to, c.days, c.basis
    from cutoff_rules c left join forms f on f.id = c.form_id`

/** All rules: those of every form first, then by form; each by level and validity. */
export async function listRules(db: Db): Promise<CutoffRule[]> {
  const { rows } = await sql<RuleRow>`
    ${RULES} order by f.code nulls first, c.frequency, c.level desc nulls first, c.valid_from, c.id`.execute(
    db,
  )
  return rows.map(toRule)
}

export async function findRule(db: Db, id: number): Promise<CutoffRule | undefined> {
  const { rows } = await sql<RuleRow>`${RULES} where c.id = ${id}`.execute(db)
  return rows[0] && toRule(rows[0])
}

export type NewRule = Omit<CutoffRule, 'id' | 'form'> & { formId: number | null }

/** Makes a rule that holds from now on for every period of its validity. */
export async function insertRule(tx: Tx, rule: NewRule, by: string, at: Date): Promise<number> {
  const { dataFrom, dataTo, due, closes } = rule
  const { id } = await tx
    .insertInto('cutoff_rules')
    .values({
      form_id: rule.formId,
      frequency: rule.frequency,
      level: rule.level,
      valid_from: rule.validFrom ?? OPEN_START,
      valid_to: rule.validTo ?? OPEN_END,
      days: JSON.stringify({ dataFrom, dataTo, due, closes }),
      basis: rule.basis,
      created_by: by,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await bumpDefinitions(tx)
  return id
}

/** The rule holds for no period that ends after `validTo`. */
export async function markRuleEnded(tx: Tx, id: number, validTo: Day): Promise<void> {
  await tx.updateTable('cutoff_rules').set({ valid_to: validTo }).where('id', '=', id).execute()
  await bumpDefinitions(tx)
}
