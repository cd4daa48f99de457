import { TextInput } from '@mantine/core'
import { DayField } from '#web/kit/day-field.tsx'
import { Fields } from '#web/kit/edit-form.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { useWords } from '#web/kit/words.tsx'

export type PaperDraft = { number: string; on: string }
type Props = { paper: PaperDraft; problem: unknown; onChange(part: Partial<PaperDraft>): void }

/** Number and day of a decision, a notice, an approval. */
export function PaperFields({ paper, problem, onChange }: Props) {
  const { t } = useWords()
  const errorOf = fieldErrors(problem)
  return (
    <Fields>
      <TextInput
        required
        maxLength={100}
        label={t('app.gradings.paper')}
        value={paper.number}
        error={errorOf('number')}
        onChange={({ currentTarget }) => onChange({ number: currentTarget.value })}
      />
      <DayField
        required
        label={t('app.gradings.paperDay')}
        value={paper.on}
        error={errorOf('on')}
        onChange={(on) => onChange({ on })}
      />
    </Fields>
  )
}

export const isPaper = ({ number, on }: PaperDraft): boolean => number.trim() !== '' && on !== ''
