import { IconArrowNarrowRight } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import classes from './results.module.css'

/** What was and what is; alone where nothing changed. Both are as people read them. */
export function Pair({ before, after }: { before: string; after: string }) {
  const { t } = useWords()
  if (before === after) return <span className="idle">{after}</span>
  return (
    <span className={classes.pair}>
      <span className="idle">{before}</span>
      <IconArrowNarrowRight size={14} stroke={1.75} aria-hidden />
      <span className="vh">{t('app.results.now')}</span>
      <b>{after}</b>
    </span>
  )
}
