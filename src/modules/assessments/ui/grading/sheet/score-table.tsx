import { Button } from '@mantine/core'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSheet, ScoreSide } from '../../../api/grading-sheet.ts'
import { GroupRows } from './group-rows.tsx'
import { askedGroups, faultOf, pointsAsTyped } from './rules/scoring.ts'
import classes from './sheet.module.css'
import { useScores } from './use-scores.ts'

type Props = { sheet: GradeSheet; etag: string | undefined; side: ScoreSide | null; part: string }

/** Every criterion with what either side gave it; points add up while they are typed. */
export function ScoreTable({ sheet, etag, side, part }: Props) {
  const { t, number } = useWords()
  const scores = useScores(sheet, etag, side ?? 'self', part)
  const { ruleset, isHead } = sheet
  const groups = askedGroups(ruleset, isHead)
  const live = pointsAsTyped(ruleset, isHead, part, scores.values)
  const hasFaults = groups.some((group) =>
    group.criteria.some(({ code, max }) => faultOf(group, max, scores.values[code] ?? '')),
  )
  const keptPoints = (one: ScoreSide) => sheet[one]?.parts.find((kept) => kept.part === part)?.points ?? null
  const told = (one: ScoreSide) => {
    const points = one === side ? live.points : keptPoints(one)
    return points === null ? '–' : number(points, 2)
  }
  return (
    <>
      <table className={`tbl ${classes.scores}`} aria-label={t('app.gradeSheet.criteria')}>
        <thead>
          <tr>
            <th scope="col">{t('app.gradeSheet.criterion')}</th>
            <th scope="col" className={classes.number}>
              {t('app.gradeSheet.max')}
            </th>
            <th scope="col" className={classes.number}>
              {t('app.gradeSheet.side.self')}
            </th>
            <th scope="col" className={classes.number}>
              {t('app.gradeSheet.side.proposal')}
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <GroupRows
            key={group.code}
            sheet={sheet}
            group={group}
            side={side}
            part={part}
            typed={scores.values}
            points={live.groups.get(group.code) ?? null}
            problem={scores.problem}
            onType={scores.type}
          />
        ))}
        {groups.some(({ scoring }) => scoring !== 'level') && (
          <tfoot>
            <tr>
              <th scope="row">{t('app.gradeSheet.sum')}</th>
              <td />
              <td className={classes.number}>{told('self')}</td>
              <td className={classes.number}>{told('proposal')}</td>
            </tr>
          </tfoot>
        )}
      </table>
      {scores.problem && <ErrorNote problem={scores.problem} safe={t('app.gradings.kept')} />}
      {side !== null && (
        <div className={classes.save}>
          <Button variant="default" disabled={!scores.isChanged} onClick={scores.reset}>
            {t('app.editForm.reset')}
          </Button>
          <Button
            variant={scores.isChanged ? 'filled' : 'default'}
            disabled={!scores.isChanged || hasFaults}
            loading={scores.isBusy}
            onClick={scores.save}
          >
            {t('app.gradeSheet.saveScores')}
          </Button>
        </div>
      )}
    </>
  )
}
