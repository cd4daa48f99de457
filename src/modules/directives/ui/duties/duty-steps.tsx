import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Occurrence, StepRecord } from '../../api/duties.ts'
import { STEPS } from '../../schema.ts'
import classes from './duties.module.css'

/** Received, studied, planned, reported, done: the day of each, and the records that say so. */
export function DutySteps({ duty }: { duty: Occurrence }) {
  const { t, day } = useWords()
  return (
    <Section title={t('app.duties.steps')}>
      <ol className={classes.steps} aria-label={t('app.duties.steps')}>
        {STEPS.map((step) => {
          const on = duty.steps[step]
          return (
            <li key={step}>
              <b>{t(`app.duties.step.${step}`)}</b>
              {on === null ? (
                <span className={classes.missing}>{t('app.duties.notYet')}</span>
              ) : (
                <span>{day(on)}</span>
              )}
              <div>
                {duty.records
                  .filter((record) => record.step === step)
                  .map((record) => (
                    <RecordLine key={`${record.kind} ${record.id} ${record.on}`} record={record} />
                  ))}
              </div>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

function RecordLine({ record: { kind, on, label } }: { record: StepRecord }) {
  const { t, day } = useWords()
  return (
    <small>
      {t(`app.duties.record.${kind}`)} {day(on)}
      {label && `: ${label}`}
    </small>
  )
}
