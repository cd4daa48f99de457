import { Link } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { type DutyLine, listDirectiveDuties } from '../../api/duties.ts'
import type { Directive } from '../../api/register.ts'
import { keepPlace } from '../register/directive-link.tsx'
import { useDayWithin } from '../sessions/use-units.ts'
import classes from './duties.module.css'
import { WithdrawDuty } from './withdraw-duty.tsx'

/** What a directive asks of the chosen unit and of all below it, duty by duty. */
export function DirectiveDuties({ directive }: { directive: Directive }) {
  const { t } = useWords()
  const { unit } = useSelection()
  const on = useDayWithin()
  const may = useMe().may('duty.read') && unit !== null
  const asked = { id: directive.id, unit: unit ?? '', on }
  const { data, error, refetch } = useRead(listDirectiveDuties, asked, { enabled: may })
  if (!may) return null
  return (
    <Section title={t('app.duties.ofDirective')}>
      {error && !data && <ErrorNote problem={error} retry={refetch} />}
      {!data && !error && <LoadingBars rows={3} />}
      {data?.duties.length === 0 && <EmptyNote>{t('app.duties.noneOfDirective')}</EmptyNote>}
      {data && data.duties.length > 0 && <DutyTable directive={directive.id} duties={data.duties} />}
    </Section>
  )
}

const COUNTS = ['units', 'accepted', 'answered', 'returned', 'overdue'] as const

function DutyTable({ directive, duties }: { directive: string; duties: readonly DutyLine[] }) {
  const { t, day, number } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={classes.scroll} tabIndex={0} aria-label={t('app.duties.ofDirective')}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('app.duties.task')}</th>
            <th scope="col">{t('app.duties.dueOn')}</th>
            {COUNTS.map((name) => (
              <th key={name} scope="col" className={classes.number}>
                {t(`app.duties.count.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={duty.id}>
              <th scope="row">
                <Link to={'/duties' as never} search={ofDuty(directive, duty.id) as never}>
                  {duty.task}
                </Link>
                {duty.withdrawn && <small> {t('app.duties.state.withdrawn')}</small>}
                <WithdrawDuty directive={directive} duty={duty} />
              </th>
              <td>
                {(duty.lastDueOn ?? duty.firstDueOn)
                  ? day((duty.lastDueOn ?? duty.firstDueOn)!)
                  : t('app.duties.noDay')}
              </td>
              {COUNTS.map((name) => (
                <td key={name} className={classes.number}>
                  {number(duty[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const ofDuty = (directive: string, duty: string) => (old: object) => ({
  ...keepPlace(old),
  directive,
  duty,
  show: 'all',
})
