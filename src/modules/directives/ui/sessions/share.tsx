import { useWords } from '#web/kit/words.tsx'
import { reachedPercent } from '../../rules/sessions.ts'
import classes from './sessions.module.css'

/** How many of those asked came, and below it their share. */
export function Share({ invited, attended }: { invited: number; attended: number }) {
  const { t, number } = useWords()
  const percent = reachedPercent(invited, attended)
  return (
    <span className={classes.share}>
      <span>{t('app.studySessions.of', { attended: number(attended), invited: number(invited) })}</span>
      {percent !== null && <small>{number(percent)} %</small>}
    </span>
  )
}
