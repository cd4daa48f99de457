import { Radio, Stack } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import { Grade, LEVELS } from '../../../rules/grade-rules.ts'

type Props = {
  label: string
  value: Grade | null
  /** Also "not graded". */
  withExempt?: boolean
  onChange(grade: Grade): void
}

/** One of the four levels. */
export function LevelField({ label, value, withExempt = false, onChange }: Props) {
  const { t } = useWords()
  const grades: readonly Grade[] = withExempt ? Grade.options : LEVELS
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(next) => onChange(Grade.options.find((one) => one === next)!)}
    >
      <Stack gap={6} mt={4}>
        {grades.map((grade) => (
          <Radio key={grade} value={grade} label={t(`app.grade.${grade}`)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
