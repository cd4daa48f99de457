import { useWords } from '#web/kit/words.tsx'
import type { ResultRow } from '../../api/results.ts'
import classes from './results.module.css'
import { difference, placesGained } from './rules/standing.ts'

type Props = { row: Pick<ResultRow, 'rank' | 'indexPercent' | 'before'> }

/** `hạng 10, lên 7 · +21,95`: against the period before; nothing is said where it is not the same unit any more. */
export function Moved({ row }: Props) {
  const { t, number } = useWords()
  const { before, indexPercent } = row
  if (before === null) return <span className="idle">{t('app.results.notBefore')}</span>
  const gained = placesGained(row)
  const by = difference(before.indexPercent, indexPercent)
  const way = gained === null ? 'none' : gained > 0 ? 'up' : gained < 0 ? 'down' : 'same'
  return (
    <span className={classes.moved}>
      {t(`app.results.moved.${way}`, {
        rank: before.rank === null ? '–' : number(before.rank),
        places: number(Math.abs(gained ?? 0)),
      })}
      {by !== null && <small>{Number(by) > 0 ? `+${number(by, 2)}` : number(by, 2)}</small>}
    </span>
  )
}
