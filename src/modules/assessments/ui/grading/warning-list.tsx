import { IconAlertTriangle } from '@tabler/icons-react'
import { useWords, type Words } from '#web/kit/words.tsx'
import type { GradeWarning } from '../../api/grade-shapes.ts'
import { Grade } from '../../rules/grade-rules.ts'
import classes from './grading.module.css'

const LEVEL_DETAILS = ['level', 'suggested', 'unitLevel', 'otherLevel', 'atMost']

/** A warning as a sentence; codes of levels in it become words. */
export function tellWarning(t: Words['t'], { code, details }: GradeWarning): string {
  const told = Object.entries(details).map(([name, value]) => {
    const isLevel = LEVEL_DETAILS.includes(name) && Grade.options.some((one) => one === value)
    return [name, isLevel ? t(`app.grade.${value}`).toLocaleLowerCase() : value]
  })
  return t(`app.gradeWarning.${code}`, Object.fromEntries(told))
}

/** What somebody who knows the rules would ask about. */
export function WarningList({ warnings }: { warnings: readonly GradeWarning[] }) {
  const { t } = useWords()
  if (warnings.length === 0) return null
  return (
    <ul className={classes.warnings}>
      {warnings.map((warning) => (
        <li key={`${warning.code} ${JSON.stringify(warning.details)}`}>
          <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
          <span>{tellWarning(t, warning)}</span>
        </li>
      ))}
    </ul>
  )
}
