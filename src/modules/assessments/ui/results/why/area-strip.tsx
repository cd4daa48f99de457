import { useWords } from '#web/kit/words.tsx'
import type { Why } from '../../../api/results.ts'
import classes from '../results.module.css'
import { percentOf } from '../rules/standing.ts'

/** The whole maximum as one strip: each area as wide as what it can give, filled as far as it gave. */
export function AreaStrip({ why }: { why: Why }) {
  const { t, number } = useWords()
  const { areas } = why
  return (
    <figure className={classes.strip}>
      <div aria-hidden>
        {areas
          .filter(({ max }) => Number(max) > 0)
          .map((area) => (
            <span key={area.code} style={{ flexGrow: Number(area.max) }} title={area.name}>
              <i data-open={area.points === null} style={{ width: `${Number(percentOf(area) ?? 0)}%` }} />
              <small>{area.code}</small>
            </span>
          ))}
      </div>
      <figcaption>
        {t(why.complete ? 'app.results.strip' : 'app.results.stripKnown', {
          points: number(why.points, 2),
          lost: number(why.lost, 2),
        })}
      </figcaption>
    </figure>
  )
}
