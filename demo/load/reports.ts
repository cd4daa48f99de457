import { decideReport, saveReport } from '#modules/indicators/index.ts'
import type { ReportValue } from '#modules/indicators/schema.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import { readJson, readRows } from './read.ts'

type Life = {
  form: string
  unit: string
  period: string
  /** Sent once before with these values wrong, and sent back. */
  returned?: { values: ReportValue[]; submittedAt: string; at: string; reason: string }
  submittedAt: string
  approvedAt: string
}
type Saved = Awaited<ReturnType<typeof saveReport>>

/** Takes the reports of `reports.json` through their lives: sent, sent back, sent again, approved by somebody else. */
export async function liveReports(tx: Tx, personOf: (username: string) => Actor): Promise<void> {
  const lives = readJson<Life[]>('reports.json')
  const steps = lives.flatMap((life) =>
    stepsOf(tx, life, personOf(`donvi.${life.unit}`), personOf('thamdinh')),
  )
  for (const step of steps.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    for (const { action, by, run } of step.acts) {
      const { subject, unitId, changes } = await run({ by: by.name, at: step.at })
      await writeAudit(tx, by, step.at, { action, subject, unitId, details: changes })
    }
  }
}

type Act = { action: `report.${string}`; by: Actor; run(doing: { by: string; at: Date }): Promise<Saved> }

function stepsOf(tx: Tx, life: Life, officer: Actor, verifier: Actor): { at: Date; acts: Act[] }[] {
  const { returned } = life
  const send = (values: ReportValue[]): Act[] => [
    { action: 'report.save', by: officer, run: (doing) => saveReport(tx, life, { values }, doing) },
    { action: 'report.submit', by: officer, run: (doing) => decideReport(tx, life, 'submit', doing) },
  ]
  const giveBack = (reason: string, cells: ReportValue[]): Act => ({
    action: 'report.return',
    by: verifier,
    run: (doing) => decideReport(tx, life, 'return', doing, { reason, cells }),
  })
  const approve: Act = {
    action: 'report.approve',
    by: verifier,
    run: (doing) => decideReport(tx, life, 'approve', doing),
  }
  const values = valuesOf(life)
  return [
    ...(returned
      ? [
          { at: new Date(returned.submittedAt), acts: send(withWrong(values, returned.values)) },
          { at: new Date(returned.at), acts: [giveBack(returned.reason, returned.values)] },
        ]
      : []),
    { at: new Date(life.submittedAt), acts: send(values) },
    { at: new Date(life.approvedAt), acts: [approve] },
  ]
}

/** What the report says in the end, as `values.csv` has it. */
function valuesOf({ form, unit, period }: Life): ReportValue[] {
  return readRows<'form' | 'indicator' | 'unit_code' | 'period' | 'breakdown' | 'value'>('values.csv')
    .filter((row) => row.form === form && row.unit_code === unit && row.period === period)
    .map(({ indicator, breakdown, value }) => {
      const [dimension, item] = breakdown.split('=', 2)
      return { indicator, value, ...(item && { breakdown: { [dimension!]: item } }) }
    })
}

const cellOf = ({ indicator, breakdown = {} }: ReportValue) => `${indicator} ${Object.values(breakdown)}`

function withWrong(values: readonly ReportValue[], wrong: readonly ReportValue[]): ReportValue[] {
  const wrongOf = new Map(wrong.map((value) => [cellOf(value), value]))
  return values.map((value) => wrongOf.get(cellOf(value)) ?? value)
}
