import { NumberInput } from '@mantine/core'
import { DayField } from '#web/kit/day-field.tsx'
import { Fields } from '#web/kit/edit-form.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { useWords } from '#web/kit/words.tsx'
import { GRADING_DAYS, type Opening, reversedDays } from './rules/opening.ts'

type Days = Pick<Opening, (typeof GRADING_DAYS)[number] | 'appealDays'>
type Props = { days: Days; problem: unknown; onChange(part: Partial<Days>): void }

/** By when each step is asked for, and how long an appeal is taken. */
export function DayFields({ days, problem, onChange }: Props) {
  const { t } = useWords()
  const errorOf = fieldErrors(problem)
  const reversed = reversedDays(days)
  return (
    <Fields>
      {GRADING_DAYS.map((name) => (
        <DayField
          key={name}
          label={t(`app.gradings.${name}`)}
          value={days[name]}
          error={reversed.includes(name) ? t('app.gradings.daysReversed') : errorOf(name)}
          onChange={(day) => onChange({ [name]: day })}
        />
      ))}
      <NumberInput
        min={0}
        max={90}
        allowDecimal={false}
        clampBehavior="strict"
        label={t('app.gradings.appealDays')}
        description={t('app.gradings.appealDaysHint')}
        value={days.appealDays}
        error={errorOf('appealDays')}
        onChange={(appealDays) => onChange({ appealDays })}
      />
    </Fields>
  )
}
