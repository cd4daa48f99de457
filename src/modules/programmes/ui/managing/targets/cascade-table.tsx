import { Link } from '@tanstack/react-router'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { CascadeAnswer, CascadeRow } from '../../../api/targets.ts'
import type { CascadeJudgement } from '../../../rules/cascade.ts'
import { cellOf, type Typed } from './target-draft.ts'
import classes from './targets.module.css'

type Props = {
  answer: CascadeAnswer
  typed: Typed
  judged: CascadeJudgement
  onType(code: string, text: string): void
  onLook(code: string): void
}

/** The whole on top, its parts below it, their sum and the remainder always in view. */
export function CascadeTable({ answer, typed, judged, onType, onLook }: Props) {
  const { t, number } = useWords()
  const { whole, parts, period, previousPeriod } = answer
  const before = previousPeriod ? tellPeriod(t, previousPeriod, 'long') : '–'
  const row = (one: CascadeRow, isWhole: boolean) => (
    <Row
      key={one.unit.id}
      row={one}
      isWhole={isWhole}
      typed={typed}
      onType={onType}
      onLook={onLook}
      label={t('app.targets.cell', { name: one.unit.name, period: tellPeriod(t, period) })}
    />
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.wrap} tabIndex={0} aria-label={t('app.targets.table')}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('app.targets.unit')}</th>
            <th scope="col" className={classes.num}>
              {t('app.targets.value', { period: tellPeriod(t, period) })}
            </th>
            <th scope="col" className={classes.num}>
              {t('app.targets.previousTarget', { period: before })}
            </th>
            <th scope="col" className={classes.num}>
              {t('app.targets.previousActual', { period: before })}
            </th>
            <th scope="col">{t('app.targets.history')}</th>
          </tr>
        </thead>
        <tbody>
          {row(whole, true)}
          {parts.map((part) => row(part, false))}
        </tbody>
        {parts.length > 0 && (
          <tfoot>
            <tr className={classes.sum}>
              <th scope="row">
                {t('app.targets.sum', { set: String(judged.set), units: String(judged.units) })}
              </th>
              <td className={classes.num}>{number(judged.sum)}</td>
              <td colSpan={3} />
            </tr>
            <tr className={classes.rest}>
              <th scope="row">{t('app.targets.remainder')}</th>
              <td className={classes.num} aria-live="polite">
                {number(judged.remainder)}
              </td>
              <td className={classes.dim} colSpan={3}>
                {judged.because
                  ? t(`app.targets.because.${judged.because}`)
                  : t(`app.targets.state.${judged.state}`)}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

type RowProps = Pick<Props, 'typed' | 'onType' | 'onLook'> & {
  row: CascadeRow
  isWhole: boolean
  label: string
}

function Row({ row, isWhole, typed, onType, onLook, label }: RowProps) {
  const { t, number, lang } = useWords()
  const { unit, value, previousTarget, previousActual, revisions, maySet, hasParts } = row
  const cell = cellOf(row, typed, lang)
  const shown = typed.get(unit.code) ?? (value === null ? '' : number(value))
  return (
    <tr className={isWhole ? classes.whole : undefined}>
      <th scope="row">
        <span className={classes.unit}>
          {hasParts && !isWhole ? (
            <Link to={'.' as never} search={((old: object) => ({ ...old, unit: unit.code })) as never}>
              {unit.name}
            </Link>
          ) : (
            unit.name
          )}
          <small>{unit.code}</small>
        </span>
      </th>
      <td className={classes.num}>
        {maySet ? (
          <input
            className={classes.input}
            aria-label={label}
            aria-invalid={cell.isFault}
            data-changed={cell.isChanged || undefined}
            inputMode="decimal"
            value={shown}
            onChange={({ currentTarget }) => onType(unit.code, currentTarget.value)}
            onFocus={({ currentTarget }) => {
              currentTarget.select()
              onLook(unit.code)
            }}
          />
        ) : (
          number(value)
        )}
      </td>
      <td className={`${classes.num} ${classes.dim}`}>{number(previousTarget)}</td>
      <td className={`${classes.num} ${classes.dim}`}>{number(previousActual)}</td>
      <td>
        {revisions > 0 && (
          <button type="button" className={classes.link} onClick={() => onLook(unit.code)}>
            {t('app.targets.times', { count: String(revisions) })}
          </button>
        )}
      </td>
    </tr>
  )
}
