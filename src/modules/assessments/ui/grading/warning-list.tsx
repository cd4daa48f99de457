import { IconAlertTriangle } from '@tabler/icons-react'
import { useWords, type Words } from '#web/kit/words.tsx'
import type { GradeWarning } from '../../api/grade-shapes.ts'
import { Grade } from '../../rules/grade-rules.ts'
import classes from './grading.module.css'
import { type CommonWarning, keyOf } from './one/rules/common-warnings.ts'

const LEVEL_DETAILS = ['level', 'suggested', 'unitLevel', 'otherLevel', 'atMost']

/** A warning as a sentence; codes of levels in it become words. */
export function tellWarning(t: Words['t'], { code, details }: GradeWarning): string {
  const told = Object.entries(details).map(([name, value]) => {
    const isLevel = LEVEL_DETAILS.includes(name) && Grade.options.some((one) => one === value)
    if (isLevel) return [name, t(`app.grade.${value}`).toLocaleLowerCase()]
    return [name, name === 'group' && value === '' ? t('app.quota.everybody') : value]
  })
  return t(`app.gradeWarning.${code}`, Object.fromEntries(told))
}

/** Within a sentence; names inside it keep their letters. */
const lowFirst = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1)

/** What somebody who knows the rules would ask about. */
export function WarningList({
  warnings,
  common = [],
}: {
  warnings: readonly GradeWarning[]
  /** Of many subjects, with how many. */
  common?: readonly CommonWarning[]
}) {
  const { t, number } = useWords()
  if (warnings.length + common.length === 0) return null
  return (
    <ul className={classes.warnings}>
      {warnings.map((warning) => (
        <li key={keyOf(warning)}>
          <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
          <span>{tellWarning(t, warning)}</span>
        </li>
      ))}
      {common.map(({ warning, count }) => (
        <li key={keyOf(warning)}>
          <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
          <span>
            {t('app.gradings.common', {
              count: number(count),
              text: lowFirst(tellWarning(t, warning)),
            })}
          </span>
        </li>
      ))}
    </ul>
  )
}
