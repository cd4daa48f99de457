import { useWords } from '#web/kit/words.tsx'
import type { Ballot as Counts } from '../../../api/grade-shapes.ts'
import { LEVELS } from '../../../rules/grade-rules.ts'
import classes from './sheet.module.css'

/** A ballot in counts: nobody's vote is known. */
export function Ballot({ ballot }: { ballot: Counts }) {
  const { t, number } = useWords()
  const { invited, present, votes, invalid } = ballot
  return (
    <div className={classes.ballot}>
      <span>{t('app.gradeSheet.present', { present: number(present), invited: number(invited) })}</span>
      <ul>
        {LEVELS.filter((level) => votes[level] > 0).map((level) => (
          <li key={level}>
            {t(`app.grade.${level}`)}: <b>{number(votes[level])}</b>
          </li>
        ))}
        {invalid > 0 && (
          <li>
            {t('app.gradeSheet.invalid')}: <b>{number(invalid)}</b>
          </li>
        )}
      </ul>
    </div>
  )
}
