import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { Finding, Visit } from '../../api/visits.ts'
import { isEnded, mayGetDuty } from '../../rules/finding.ts'
import classes from '../inspections.module.css'
import { SeenFiles } from '../visit/seen-files.tsx'
import { DutyDialog } from './duty-dialog.tsx'
import { FindingMark } from './finding-state.tsx'
import { RecheckDialog } from './recheck-dialog.tsx'

type Props = {
  finding: Finding
  may: Visit['may']
  /** Says where it was found as well, for lists of several visits. */
  withPlace?: boolean
}

/** A finding with its duty and re-checks, and what can be done about it. */
export function FindingCard({ finding, may, withPlace = false }: Props) {
  const { t, day } = useWords()
  const [open, setOpen] = useState<'duty' | 'recheck' | null>(null)
  const { kind, severity, text, asked, files, duty, rechecks, state, inspection } = finding
  const isOpen = !inspection.isClosed && !isEnded(state)
  return (
    <li className={classes.card}>
      <header>
        <span className={classes[severity]}>{t(`app.inspection.severity.${severity}`)}</span>
        <b>{t(`app.inspection.kind.${kind}`)}</b>
        <FindingMark finding={finding} />
      </header>
      <p className={classes.prose}>{text}</p>
      {asked && <p className={classes.prose}>{t('app.inspection.askedTo', { asked })}</p>}
      <SeenFiles files={files} />
      <small>
        {withPlace && (
          <Link to={'/visits/$id' as never} params={{ id: finding.visitId } as never}>
            {t('app.inspection.foundAt', { unit: finding.unit.name, day: day(finding.foundOn) })}
          </Link>
        )}
        {duty && (
          <span>
            {duty.dueOn
              ? t('app.inspection.duty.by', { unit: duty.unit.name, day: day(duty.dueOn) })
              : t('app.inspection.duty.noDay', { unit: duty.unit.name })}{' '}
            <Link to={'/duties/$id' as never} params={{ id: duty.occurrenceId } as never}>
              {t('app.inspection.duty.open')}
            </Link>
          </span>
        )}
      </small>
      <Rechecks rechecks={rechecks} />
      {isOpen && may.length > 0 && (
        <div className={classes.actions}>
          {may.includes('duty') && mayGetDuty(state) && (
            <Button variant="default" onClick={() => setOpen('duty')}>
              {t('app.inspection.duty.make')}
            </Button>
          )}
          {may.includes('recheck') && (
            <Button variant="default" onClick={() => setOpen('recheck')}>
              {t('app.inspection.recheck')}
            </Button>
          )}
        </div>
      )}
      {open === 'duty' && <DutyDialog finding={finding} onClose={() => setOpen(null)} />}
      {open === 'recheck' && <RecheckDialog finding={finding} onClose={() => setOpen(null)} />}
    </li>
  )
}

function Rechecks({ rechecks }: { rechecks: Finding['rechecks'] }) {
  const { t, day } = useWords()
  if (rechecks.length === 0) return null
  return (
    <ul className={classes.rechecks} aria-label={t('app.inspection.rechecks')}>
      {rechecks.map(({ id, checkedOn, result, note, files, by }) => (
        <li key={id}>
          <b>{t(`app.inspection.result.${result}`)}</b>
          <small>{t('app.inspection.recheckedBy', { day: day(checkedOn), by })}</small>
          {note && <p className={classes.prose}>{note}</p>}
          <SeenFiles files={files} />
        </li>
      ))}
    </ul>
  )
}
