import { NativeSelect } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSheet } from '../../../api/grading-sheet.ts'
import type { Grade } from '../../../rules/grade-rules.ts'
import { LevelField } from './level-field.tsx'

export type Choice = { grade: Grade | null; exemption: string | null; reason: string }
type Props = { sheet: GradeSheet; choice: Choice; onChange(part: Partial<Choice>): void }

/** A level, or not graded on one of the grounds of the rules. */
export function GradeChoice({ sheet, choice, onChange }: Props) {
  const { t } = useWords()
  const { exemptions } = sheet.ruleset
  return (
    <>
      <LevelField
        label={t('app.gradings.level')}
        withExempt={exemptions.length > 0}
        value={choice.grade}
        onChange={(grade) => onChange({ grade, exemption: null })}
      />
      {choice.grade === 'exempt' && (
        <NativeSelect
          required
          label={t('app.gradings.exemption')}
          value={choice.exemption ?? ''}
          data={[
            { value: '', label: '' },
            ...exemptions.map(({ code, text }) => ({ value: code, label: text })),
          ]}
          onChange={({ currentTarget }) => onChange({ exemption: currentTarget.value || null })}
        />
      )}
    </>
  )
}

/** Enough is said: a level, the ground of an exemption, and a reason where one is asked. */
export const isChosen = ({ grade, exemption, reason }: Choice, asksReason: boolean): boolean =>
  grade !== null && (grade !== 'exempt' || exemption !== null) && (!asksReason || reason.trim() !== '')
