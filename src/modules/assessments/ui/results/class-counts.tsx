import { useWords } from '#web/kit/words.tsx'
import type { PublishedResult } from '../../api/results.ts'
import classes from './results.module.css'

/** The mean, and how many reached each class. */
export function ClassCounts({ result }: { result: PublishedResult }) {
  const { t, number } = useWords()
  const reached = result.classes.filter(({ count }) => count > 0)
  return (
    <span className={classes.counts}>
      {result.meanPercent !== null && (
        <span>{t('app.results.mean', { percent: number(result.meanPercent, 2) })}</span>
      )}
      {reached.map(({ label, count }) => (
        <span key={label}>
          {label} {number(count)}
        </span>
      ))}
    </span>
  )
}
