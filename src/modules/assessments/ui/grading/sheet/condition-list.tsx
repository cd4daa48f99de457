import { SegmentedControl } from '@mantine/core'
import { ErrorNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSheet } from '../../../api/grading-sheet.ts'
import { appliesTo } from '../../../rules/grade-points.ts'
import classes from './sheet.module.css'
import { useStated } from './use-stated.ts'

type Props = { sheet: GradeSheet; etag: string | undefined }
const STATED = { open: null, held: true, unmet: false } as const

/** What each level asks for beside points: held, not held, or not stated. */
export function ConditionList({ sheet, etag }: Props) {
  const { t, number } = useWords()
  const { side, conditions, condition, isBusy, problem } = useStated(sheet, etag)
  const levels = sheet.ruleset.levels
    .map((rule) => ({ ...rule, conditions: rule.conditions.filter((one) => appliesTo(one, sheet.isHead)) }))
    .filter((rule) => rule.conditions.length > 0)
  if (levels.length === 0) return null
  const stateOf = (code: string) =>
    conditions[code] === undefined ? 'open' : conditions[code] ? 'held' : 'unmet'
  return (
    <Section title={t('app.gradeSheet.conditions')}>
      {levels.map(({ level, from, conditions: asked }) => (
        <div key={level} className={classes.conditions}>
          <h3>
            {t(`app.grade.${level}`)}
            {from !== null && <small>{t('app.gradeSheet.from', { points: number(from) })}</small>}
          </h3>
          <ul>
            {asked.map(({ code, text, note }) => (
              <li key={code}>
                <span>
                  {text}
                  {note && <small>{note}</small>}
                </span>
                {side === null ? (
                  <b>{t(`app.gradeSheet.stated.${stateOf(code)}`)}</b>
                ) : (
                  <SegmentedControl
                    size="xs"
                    aria-label={text}
                    disabled={isBusy}
                    value={stateOf(code)}
                    data={(['open', 'held', 'unmet'] as const).map((value) => ({
                      value,
                      label: t(`app.gradeSheet.stated.${value}`),
                    }))}
                    onChange={(value) => condition(code, STATED[value as keyof typeof STATED])}
                  />
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {problem && <ErrorNote problem={problem} />}
    </Section>
  )
}
