import { useWords } from '#web/kit/words.tsx'
import classes from './plans.module.css'

/** How far something is, as a bar and in figures; nothing to count: a dash. */
export function ProgressBar({ percent, label }: { percent: number | null; label: string }) {
  const { number } = useWords()
  if (percent === null) return <span>–</span>
  return (
    <span className={classes.progress}>
      <progress max={100} value={percent} aria-label={label} />
      <b>{number(percent)} %</b>
    </span>
  )
}
