import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type * as z from 'zod'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { getTable, Sum, Sums, TableRow } from '../../api/scoring.ts'
import classes from './council.module.css'
import { type Column, sumAt } from './rules/figures.ts'

type Props = {
  head: Pick<z.infer<typeof getTable.output>, 'round' | 'areas'>
  rows: readonly TableRow[]
  column: Column
  /** Left out: nothing can be decided. */
  ticked?: ReadonlySet<string>
  onTick?: (codes: ReadonlySet<string>) => void
}

/** Units down, areas across. A sum that is not whole says how much of it there is; nothing is told as zero. */
export function CouncilTable({ head, rows, column, ticked, onTick }: Props) {
  const { t, number } = useWords()
  const isAll = rows.length > 0 && rows.every(({ code }) => ticked?.has(code))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t('app.council.title')} tabIndex={0}>
      <table className={`tbl ${classes.table}`}>
        <thead>
          <tr>
            {onTick && (
              <th scope="col">
                <Checkbox
                  size="xs"
                  aria-label={t('app.council.tickAll')}
                  checked={isAll}
                  onChange={({ currentTarget: { checked } }) =>
                    onTick(new Set(checked ? rows.map(({ code }) => code) : []))
                  }
                />
              </th>
            )}
            <th scope="col" className={classes.unit}>
              {t('app.council.unit')}
            </th>
            {head.areas.map(({ code, name, max }) => (
              <th key={code} scope="col" title={name}>
                {code}
                <span className="vh"> {name}</span>
                <small>/ {number(max)}</small>
              </th>
            ))}
            <th scope="col">{t('app.council.sum')}</th>
            <th scope="col">{t('app.score.index')}</th>
            <th scope="col">{t('app.council.decided')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} {...{ head, row, column, ticked, onTick }} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type RowProps = Pick<Props, 'head' | 'column'> & {
  row: TableRow
  ticked: Props['ticked']
  onTick: Props['onTick']
}

function Row({ head, row, column, ticked, onTick }: RowProps) {
  const { t, number } = useWords()
  const { code, name, sentAt, areas, totals } = row
  const { final, indexPercent } = totals
  return (
    <tr className={ticked?.has(code) ? 'on' : ''}>
      {onTick && (
        <td>
          <Checkbox
            size="xs"
            aria-label={t('app.council.tick', { unit: name })}
            checked={ticked?.has(code) ?? false}
            onChange={({ currentTarget: { checked } }) =>
              onTick(
                new Set(checked ? [...(ticked ?? []), code] : [...(ticked ?? [])].filter((c) => c !== code)),
              )
            }
          />
        </td>
      )}
      <th scope="row">
        <Link
          to={'/rounds/$round/units/$unit' as never}
          params={{ round: head.round.id, unit: code } as never}
          search={keepPlace as never}
        >
          {name}
        </Link>
        {sentAt === null && <StateMark state="draft" word={t('app.council.notSent')} />}
      </th>
      {head.areas.map((area) => (
        <td key={area.code}>
          <AreaFigure sums={areas.find((one) => one.code === area.code)?.sums} column={column} />
        </td>
      ))}
      <td>
        <b>
          <Figure sum={sumAt(totals, column)} />
        </b>
      </td>
      <td>{indexPercent === null ? '–' : number(indexPercent)}</td>
      <td>
        {final.said === final.of ? (
          <StateMark state="approved" word={t('app.council.whole')} />
        ) : (
          `${number(final.said)}/${number(final.of)}`
        )}
      </td>
    </tr>
  )
}

const AreaFigure = ({ sums, column }: { sums: Sums | undefined; column: Column }) => (
  <Figure sum={sums ? sumAt(sums, column) : null} />
)

function Figure({ sum }: { sum: Sum | null }) {
  const { number } = useWords()
  if (!sum) return <span className="idle">–</span>
  return (
    <>
      {number(sum.points, 2)}
      {sum.said < sum.of && (
        <small>
          {number(sum.said)}/{number(sum.of)}
        </small>
      )}
    </>
  )
}
