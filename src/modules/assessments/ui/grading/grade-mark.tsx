import { IconCircleDashed } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import type { Grade } from '../../rules/grade-rules.ts'
import classes from './grading.module.css'

/** A level in a word, the same ink for all; what is not graded, or not yet, says so and is never empty. */
export function GradeMark({ grade, strong = false }: { grade: Grade | null; strong?: boolean }) {
  const { t } = useWords()
  if (grade === null)
    return (
      <span className="st idle">
        <IconCircleDashed size={15} stroke={1.75} aria-hidden />
        {t('app.grade.none')}
      </span>
    )
  return (
    <span className={`${classes.grade} ${strong ? classes.strong : ''}`} data-grade={grade}>
      {t(`app.grade.${grade}`)}
    </span>
  )
}
