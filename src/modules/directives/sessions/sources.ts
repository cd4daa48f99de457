// Indicators that are counted from study sessions, by unit and month: sessions, people asked and people who came, of
// all kinds together and of each. The share that was reached is a formula over two of them.

import type { Day } from '#kernel/day.ts'
import {
  loadIndicators,
  readSourceValues,
  type SourcePlace,
  type SourceRecords,
  type SourceValue,
  syncSourcesAt,
} from '#modules/indicators/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Check } from '#platform/verify.ts'
import { monthOf } from '../rules/sessions.ts'
import { PARTICIPANTS } from '../schema.ts'
import { countStudied, type StudyCount } from '../store/session-counts.ts'

export const STUDY_INVITED = 'directives.study-invited'
export const STUDY_ATTENDED = 'directives.study-attended'
export const STUDY_SESSIONS = 'directives.study-sessions'

/** `directives.study-invited` and, for one kind alone, `directives.study-invited.party-members`. */
const KINDS = [null, ...PARTICIPANTS]
const named = (source: string, kind: StudyCount['kind']) => (kind === null ? source : `${source}.${kind}`)
const MEASURES = [
  [STUDY_SESSIONS, ({ sessions }: StudyCount) => String(sessions)],
  [STUDY_INVITED, ({ invited }: StudyCount) => invited],
  [STUDY_ATTENDED, ({ attended }: StudyCount) => attended],
] as const
export const STUDY_SOURCES: readonly string[] = MEASURES.flatMap(([source]) =>
  KINDS.map((kind) => named(source, kind)),
)

/** Values by source. @param places null: everywhere. */
async function readStudied(
  db: Db,
  places: readonly SourcePlace[] | null,
): Promise<Map<string, SourceValue[]>> {
  const values = new Map<string, SourceValue[]>(STUDY_SOURCES.map((source) => [source, []]))
  for (const count of await countStudied(db, places))
    for (const [source, tell] of MEASURES) {
      const { unitId, period, kind } = count
      values.get(named(source, kind))!.push({ unitId, period, value: tell(count) })
    }
  return values
}

/** Brings the indicators up to the sessions of these units and months, in the transaction that changed them. */
export async function syncStudied(
  tx: Tx,
  changed: readonly { unitId: number; heldOn: Day }[],
): Promise<void> {
  const places = new Map(
    changed.map(({ unitId, heldOn }) => {
      const period = monthOf(heldOn)
      return [`${unitId} ${period}`, { unitId, period }]
    }),
  )
  await syncSourcesAt(tx, STUDY_SOURCES, [...places.values()], (asked) => readStudied(tx, asked))
}

/** How many sessions stand behind a value, for the way down from a figure. */
export const studyRecords = (source: string): SourceRecords => ({
  kind: 'session',
  async count(db, places) {
    const kind = KINDS.find((one) => one !== null && source.endsWith(`.${one}`)) ?? null
    const counts = await countStudied(db, places)
    return counts
      .filter((count) => count.kind === kind)
      .map(({ unitId, period, sessions }) => ({ unitId, period, count: sessions }))
  },
})

/** Values computed from sessions against the sessions themselves. */
export const studyCheck: Check = {
  name: 'study-sessions',
  async run(db) {
    const wanted = new Set([...(await loadIndicators(db)).values()].map(({ source }) => source))
    const counted = await readStudied(db, null)
    const differences: object[] = []
    const checked = { count: 0 }
    for (const source of STUDY_SOURCES.filter((one) => wanted.has(one))) {
      const held = await readSourceValues(db, source)
      const keyOf = (v: SourceValue) => `${v.unitId} ${v.period} ${Number(v.value)}`
      const [fromRecords, asHeld] = [new Set(counted.get(source)!.map(keyOf)), new Set(held.map(keyOf))]
      checked.count += held.length
      for (const v of counted.get(source)!)
        if (!asHeld.has(keyOf(v))) differences.push({ ...v, source, held: null })
      for (const v of held) if (!fromRecords.has(keyOf(v))) differences.push({ ...v, source, counted: null })
    }
    return { checked: checked.count, differences: differences.slice(0, 100) }
  },
}
