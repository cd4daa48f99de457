import { SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { dayOf } from '#kernel/day.ts'
import { DayField } from '#web/kit/day-field.tsx'
import type { fieldErrors } from '#web/kit/field-errors.ts'
import { useWords } from '#web/kit/words.tsx'
import classes from './appeals.module.css'

export type Outcome = 'upheld' | 'rejected'
/** The paper that says it, and the reason that is published. */
export type Ruling = { number: string; decidedOn: string; reason: string }

export const blankRuling = (): Ruling => ({ number: '', decidedOn: dayOf(new Date()), reason: '' })
export const isRuled = ({ number, decidedOn, reason }: Ruling): boolean =>
  number.trim() !== '' && decidedOn !== '' && reason.trim() !== ''

export function OutcomeChoice({ outcome, onChange }: { outcome: Outcome; onChange(outcome: Outcome): void }) {
  const { t } = useWords()
  return (
    <SegmentedControl
      aria-label={t('app.appeals.outcome')}
      value={outcome}
      data={(['upheld', 'rejected'] as const).map((value) => ({
        value,
        label: t(`app.appeals.do.${value}`),
      }))}
      onChange={(value) => onChange(value as Outcome)}
    />
  )
}

type Props = {
  ruling: Ruling
  errorOf: ReturnType<typeof fieldErrors>
  onChange(part: Partial<Ruling>): void
}
export function RulingFields({ ruling, errorOf, onChange }: Props) {
  const { t } = useWords()
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          required
          maxLength={200}
          label={t('app.appeals.number')}
          value={ruling.number}
          error={errorOf('number')}
          onChange={({ currentTarget: { value } }) => onChange({ number: value })}
        />
        <DayField
          required
          label={t('app.appeals.decidedOn')}
          value={ruling.decidedOn}
          error={errorOf('decidedOn')}
          onChange={(decidedOn) => onChange({ decidedOn })}
        />
      </div>
      <Textarea
        autosize
        required
        minRows={3}
        maxRows={12}
        maxLength={2_000}
        label={t('app.appeals.reason')}
        description={t('app.appeals.reasonMeans')}
        value={ruling.reason}
        error={errorOf('reason')}
        onChange={({ currentTarget: { value } }) => onChange({ reason: value })}
      />
    </>
  )
}
