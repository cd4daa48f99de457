import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { listOpenings } from '../../api/cutoff.ts'
import classes from './cutoff.module.css'
import { useFormNames } from './use-form-names.ts'

/** What the office has asked for in a period, of units around the chosen one. */
export function OpeningList({ unit, period }: { unit: string; period: string }) {
  const { t, day, instant, number } = useWords()
  const nameOf = useFormNames()
  const { data, error, refetch } = useRead(listOpenings, { unit, period })
  return (
    <Section title={t('app.opening.title')}>
      {error && !data && <ErrorNote problem={error} retry={refetch} />}
      {!data && !error && <LoadingBars rows={3} />}
      {data?.openings.length === 0 && <EmptyNote>{t('app.opening.none')}</EmptyNote>}
      <ul className={classes.list}>
        {data?.openings.map(({ id, form, unit: at, dueOn, expected, by, at: when }) => (
          <li key={id}>
            <div>
              <b>{nameOf(form)}</b>, {at.name}: {t('app.opening.asked', { count: number(expected) })}
              {dueOn && `, ${t('app.opening.due', { day: day(dueOn) })}`}
              <small>{t('app.exception.by', { by, at: instant(when) })}</small>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
