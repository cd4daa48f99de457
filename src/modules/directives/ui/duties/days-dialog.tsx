import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { DayField } from '#web/kit/day-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { type Occurrence, stateDutyDays } from '../../api/duties.ts'
import classes from './duties.module.css'
import { REFRESHED } from './refreshed.ts'

const STEPS = ['received', 'studied', 'planned', 'reported', 'done'] as const
type Step = (typeof STEPS)[number]
type Days = Record<Step, string>
const stepsOf = <T,>(tell: (step: Step) => T) =>
  Object.fromEntries(STEPS.map((step) => [step, tell(step)])) as Record<Step, T>

/** States on which days a unit reached its steps where the program has no record, from papers that the office holds. */
export function DaysDialog({
  duty,
  etag,
  onClose,
}: {
  duty: Occurrence
  etag: string | undefined
  onClose(): void
}) {
  const { t } = useWords()
  const [days, setDays] = useState<Days>(() => stepsOf((step) => duty.statement?.[step] ?? ''))
  const { run, isBusy, problem } = useWrite(stateDutyDays, { refreshes: REFRESHED, onDone: onClose })
  const errorOf = fieldErrors(problem)
  return (
    <Confirm
      opened
      title={t('app.duties.days.title', { unit: duty.unit.name })}
      action={t('app.duties.days.save')}
      isBusy={isBusy}
      onConfirm={() => run({ id: duty.id, ...stepsOf((step) => days[step] || null) }, { ifMatch: etag })}
      onClose={onClose}
    >
      <div className={classes.form}>
        <p>{t('app.duties.days.says')}</p>
        {STEPS.map((step) => (
          <DayField
            key={step}
            label={t(`app.duties.step.${step}`)}
            value={days[step]}
            error={errorOf(step)}
            onChange={(day) => setDays({ ...days, [step]: day })}
          />
        ))}
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Confirm>
  )
}
