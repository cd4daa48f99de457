import type { Db, Tx } from '#platform/db/db.ts'

export type StoredRule = {
  claim: string
  value: string
  role: string
  unitId: number | null
  field: string | null
}

export async function loadClaimRules(db: Db): Promise<StoredRule[]> {
  return db
    .selectFrom('claim_rules')
    .select(['claim', 'value', 'role', 'unit_id as unitId', 'field'])
    .orderBy('id')
    .execute()
}

export async function replaceClaimRules(tx: Tx, rules: readonly StoredRule[]): Promise<void> {
  await tx.deleteFrom('claim_rules').execute()
  if (rules.length === 0) return
  const rows = rules.map(({ unitId, ...rule }) => ({ ...rule, unit_id: unitId }))
  await tx.insertInto('claim_rules').values(rows).execute()
}
