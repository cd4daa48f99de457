import { Checkbox } from '@mantine/core'
import { ErrorNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSheet } from '../../../api/grading-sheet.ts'
import { appliesTo } from '../../../rules/grade-points.ts'
import type { Level } from '../../../rules/grade-rules.ts'
import classes from './sheet.module.css'
import { useStated } from './use-stated.ts'

type Props = { sheet: GradeSheet; etag: string | undefined }

/** Facts that hold a grade down whatever the points say. */
export function GateList({ sheet, etag }: Props) {
  const { t } = useWords()
  const { side, gates, gate, isBusy, problem } = useStated(sheet, etag)
  const asked = sheet.ruleset.gates.filter((one) => appliesTo(one, sheet.isHead))
  if (asked.length === 0) return null
  const told = (atMost: Level, note: string | undefined) => {
    const level = t(`app.grade.${atMost}`).toLocaleLowerCase()
    return `${t('app.gradeSheet.atMost', { level })}${note ? ` ${note}` : ''}`
  }
  const holding = asked.filter(({ code }) => gates.includes(code))
  if (side === null)
    return (
      <Section title={t('app.gradeSheet.gates')}>
        {holding.length === 0 && <p className={classes.none}>{t('app.gradeSheet.noGates')}</p>}
        <ul className={classes.gates}>
          {holding.map(({ code, text, atMost, note }) => (
            <li key={code}>
              {text}
              <small>{told(atMost, note)}</small>
            </li>
          ))}
        </ul>
      </Section>
    )
  return (
    <Section title={t('app.gradeSheet.gates')}>
      <ul className={classes.gates}>
        {asked.map(({ code, text, atMost, note }) => (
          <li key={code}>
            <Checkbox
              label={text}
              description={told(atMost, note)}
              checked={gates.includes(code)}
              disabled={isBusy}
              onChange={({ currentTarget }) => gate(code, currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
      {problem && <ErrorNote problem={problem} />}
    </Section>
  )
}
