import { Button, Group } from '@mantine/core'
import { getSheet, type SheetColumn } from '#modules/indicators/api/sheet.ts'
import { getReport, saveReport } from '#modules/indicators/api.ts'
import type { ReportValue } from '#modules/indicators/schema.ts'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { MISSING, useWords } from '#web/kit/words.tsx'
import { drop, insist } from '#web/sync/outbox.ts'
import type { Item } from '#web/sync/outbox-item.ts'
import { useEtagRead, useRead } from '#web/sync/use-read.ts'
import classes from './outbox.module.css'

type Saved = { form: string; unit: string; period: string; values: ReportValue[] }

const cellOf = ({ indicator, breakdown }: Pick<ReportValue, 'indicator' | 'breakdown'>) =>
  `${indicator} ${JSON.stringify(breakdown ?? {})}`

function nameOf(value: ReportValue, column: SheetColumn | undefined, lang: string): string {
  const name = (lang === 'en' && column?.nameEn) || column?.name || value.indicator
  const items = Object.values(value.breakdown ?? {})
  return `${[name, ...items].join(' · ')}${column ? ` (${column.unitOfMeasure})` : ''}`
}

/** Somebody else changed the report meanwhile: both values side by side, and a person chooses. */
export function Conflict({ item }: { item: Item }) {
  const { t, number, lang } = useWords()
  const mine = item.input as Saved
  const isReport = item.path === saveReport.path
  const { form, unit, period } = mine
  const theirs = useEtagRead(getReport, { form, unit, period } as never, { enabled: isReport })
  const report = theirs.data?.data
  const sheet = useRead(
    getSheet,
    { form, period, unit, limit: 200 },
    { enabled: isReport, offline: true },
  ).data
  const names = new Map(sheet?.columns.map((column) => [column.indicator, column]))
  const there = new Map(report?.values.map((value) => [cellOf(value), value]))
  const differing = mine.values.filter((value) => there.get(cellOf(value))?.value !== value.value)
  return (
    <article className={classes.stuck} aria-label={item.label}>
      <header>
        <b>{item.label}</b>
        <StateMark state="look" word={t('app.outbox.conflict')} />
      </header>
      <p>{t('app.outbox.conflictText')}</p>
      {theirs.isError && <ErrorNote problem={theirs.error} retry={() => theirs.refetch()} />}
      {isReport && !report && !theirs.isError && <LoadingBars rows={2} />}
      {report && (
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{t('app.outbox.cell')}</th>
              <th scope="col" className={classes.number}>
                {t('app.outbox.mine')}
              </th>
              <th scope="col" className={classes.number}>
                {t('app.outbox.theirs', { version: report.version })}
              </th>
            </tr>
          </thead>
          <tbody>
            {differing.map((value) => (
              <tr key={cellOf(value)}>
                <th scope="row">{nameOf(value, names.get(value.indicator), lang)}</th>
                <td className={classes.number}>{number(value.value)}</td>
                <td className={classes.number}>
                  {number(there.get(cellOf(value))?.value ?? null) ?? MISSING}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Group gap="sm" mt="sm">
        <Button
          variant="default"
          disabled={!report}
          onClick={() => insist(item.id, theirs.data?.etag ?? null)}
        >
          {t('app.outbox.keepMine')}
        </Button>
        <Button variant="default" onClick={() => drop(item.id)}>
          {t('app.outbox.keepTheirs')}
        </Button>
      </Group>
    </article>
  )
}
