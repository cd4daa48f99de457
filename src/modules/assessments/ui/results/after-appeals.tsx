import { ErrorNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { listDecidedAppeals } from '../../api/appeals.ts'
import { getResultChanges } from '../../api/results.ts'
import { ChangeTable } from './change-table.tsx'
import { ResultLink } from './links.tsx'
import classes from './results.module.css'

type Props = {
  round: string
  version: number
  /** How many results there are. */
  versions: number
  /** Code of a unit: what concerns it alone. */
  unit?: string
}

/** Decisions on appeals with their reasons, and what the shown result changed against the one before it. */
export function AfterAppeals({ round, version, versions, unit: only }: Props) {
  const { t, day } = useWords()
  const { data, error, refetch } = useRead(listDecidedAppeals, { round })
  const changes = useRead(getResultChanges, { round, version }, { enabled: version > 1 })
  const isMeant = ({ unit }: { unit: { code: string } }) => only === undefined || unit.code === only
  const appeals = data?.appeals.filter(isMeant) ?? []
  const changed = changes.data?.units.filter(isMeant) ?? []
  const isShown = changes.data?.to.ordinal === version
  if (error && !data) return <ErrorNote problem={error} retry={refetch} />
  if (appeals.length === 0 && (only === undefined ? versions < 2 : changed.length === 0)) return null
  return (
    <Section title={t('app.results.appeals')}>
      <ul className={classes.appeals}>
        {appeals.map(({ unit, criterion, outcome, number, decidedOn, reason, version: made }) => (
          <li key={`${unit.code} ${criterion?.code} ${number}`}>
            <div>
              <ResultLink round={round} unit={unit.code} {...(criterion && { open: criterion.code })}>
                {unit.name}
              </ResultLink>
              : {criterion ? `${criterion.code} ${criterion.name}` : t('app.results.wholeResult')}
            </div>
            <StateMark
              state={outcome === 'upheld' ? 'approved' : 'locked'}
              word={t(`app.results.outcome.${outcome}`)}
            />
            <small>
              {t('app.results.decided', { decision: number, day: day(decidedOn) })}
              {made !== null && ` · ${t('app.results.madeVersion', { version: made })}`}
            </small>
            <blockquote>“{reason}”</blockquote>
          </li>
        ))}
      </ul>
      {changes.error && !isShown && <ErrorNote problem={changes.error} retry={changes.refetch} />}
      {version > 1 && isShown && changed.length > 0 && (
        <ChangeTable round={round} changes={{ ...changes.data!, units: changed }} />
      )}
    </Section>
  )
}
