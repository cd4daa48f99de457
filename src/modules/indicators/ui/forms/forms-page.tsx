import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { reading } from '#web/sync/use-read.ts'
import { getSheet } from '../../api/sheet.ts'
import { DueDay } from './due-day.tsx'
import classes from './forms.module.css'
import type { FormEntry } from './rules/form-entries.ts'
import { useFormStates } from './use-form-states.ts'

/** The forms that the chosen unit is asked for in the chosen period; one step from its sheet. */
export function FormsPage() {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const { entries, others, problem, retry } = useFormStates(unit, period)
  useSheetsAtHand(unit, entries)
  return (
    <>
      <PageHead title={t('app.forms.title')} facts={<span>{tellPeriod(t, period)}</span>} />
      {problem !== undefined && problem !== null && !entries && (
        <ErrorNote problem={problem} safe={t('app.error.safe')} retry={retry} />
      )}
      {!entries &&
        !problem &&
        (unit ? <LoadingBars rows={6} /> : <EmptyNote>{t('app.sheet.chooseUnit')}</EmptyNote>)}
      {entries?.length === 0 && <EmptyNote>{t('app.forms.none')}</EmptyNote>}
      {entries && entries.length > 0 && unit && <FormTable entries={entries} unit={unit} />}
      {entries && others.length > 0 && (
        <EmptyNote>{t('app.forms.others', { names: others.map(({ name }) => name).join(', ') })}</EmptyNote>
      )}
    </>
  )
}

function FormTable({ entries, unit }: { entries: FormEntry[]; unit: string }) {
  const { t, lang } = useWords()
  return (
    <table className={`tbl ${classes.forms}`}>
      <thead>
        <tr>
          <th scope="col">{t('app.forms.form')}</th>
          <th scope="col">{t('app.forms.period')}</th>
          <th scope="col">{t('app.sheet.state')}</th>
          <th scope="col">{t('app.forms.due')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ form, period, own, count }) => (
          <tr key={`${form.code} ${period}`}>
            <th scope="row">
              <Link
                to="/reports/$form"
                params={{ form: form.code } as never}
                search={{ unit, period } as never}
                className={classes.name!}
              >
                {lang === 'en' ? (form.nameEn ?? form.name) : form.name}
              </Link>
            </th>
            <td>{tellPeriod(t, period, form.frequency === 'year' ? 'long' : 'short')}</td>
            <td>
              {own ? (
                <StateMark state={own.state ?? 'missing'} />
              ) : (
                count && <span>{t('app.forms.sent', count)}</span>
              )}
              {own && own.daysLate > 0 && own.state !== 'approved' && own.state !== 'locked' && (
                <StateMark state="late" word={t('app.forms.late', { days: own.daysLate })} />
              )}
              {count && count.overdue > 0 && <StateMark state="late" word={t('app.forms.overdue', count)} />}
            </td>
            <td>
              {own?.dueOn && (
                <DueDay
                  dueOn={own.dueOn}
                  isDone={own.state !== null && own.state !== 'draft' && own.state !== 'returned'}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Reads the single unit's sheets ahead, so that they are on the device when the network is not. */
function useSheetsAtHand(unit: string | null, entries: FormEntry[] | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (!unit || !navigator.onLine) return
    for (const { form, period, own } of entries ?? [])
      if (own)
        client.prefetchQuery(reading(getSheet, { form: form.code, period, under: unit, limit: 200 }, true))
  }, [client, unit, entries])
}
