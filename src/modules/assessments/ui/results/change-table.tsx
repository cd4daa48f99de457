import { useWords } from '#web/kit/words.tsx'
import type { ResultChanges } from '../../api/results.ts'
import { ResultLink } from './links.tsx'
import { Pair } from './pair.tsx'
import classes from './results.module.css'

type Props = { round: string; changes: ResultChanges }
type Changed = ResultChanges['units'][number]

/** Every unit that a later result left elsewhere: its criterion, points, index and rank, before and after. */
export function ChangeTable({ round, changes }: Props) {
  const { t, number } = useWords()
  const text = (value: string | number | null, places?: number) =>
    value === null ? '–' : number(value, places)
  const row = ({ unit, before, after, criteria }: Changed) => (
    <tr key={unit.code}>
      <th scope="row">
        <ResultLink round={round} unit={unit.code} version={changes.to.ordinal}>
          {unit.name}
        </ResultLink>
        {criteria.map((one) => (
          <small key={one.code}>
            {one.code} {one.name}: <Pair before={text(one.before, 2)} after={text(one.after, 2)} />
          </small>
        ))}
      </th>
      <td>
        <Pair before={text(before.points, 2)} after={text(after.points, 2)} />
      </td>
      <td>
        <Pair before={text(before.indexPercent)} after={text(after.indexPercent)} />
      </td>
      <td>
        <Pair before={text(before.rank)} after={text(after.rank)} />
      </td>
      <td>
        <Pair before={before.class ?? '–'} after={after.class ?? '–'} />
      </td>
    </tr>
  )
  const title = t('app.results.changesOf', { from: changes.from, to: changes.to.ordinal })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={title} tabIndex={0}>
      <h3 className={classes.small}>{title}</h3>
      <table className={`tbl ${classes.changes}`}>
        <thead>
          <tr>
            <th scope="col">{t('app.results.unit')}</th>
            <th scope="col">{t('app.results.points')}</th>
            <th scope="col">{t('app.results.index')}</th>
            <th scope="col">{t('app.results.rank')}</th>
            <th scope="col">{t('app.results.class')}</th>
          </tr>
        </thead>
        <tbody>{changes.units.map(row)}</tbody>
      </table>
    </section>
  )
}
