import { IconCaretDownFilled } from '@tabler/icons-react'
import { inlineName, shortName } from '#modules/organisation/rules/names.ts'
import { AttainmentBar } from '#web/kit/charts/attainment-bar.tsx'
import { Sparkline } from '#web/kit/charts/sparkline.tsx'
import { Figure } from '#web/kit/figure.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { AttainmentAnswer, AttainmentRow } from '../../api/attainment.ts'
import type { Measure } from '../reading/use-measure.ts'
import classes from './dashboard.module.css'

type Columns = { measure: Measure; isTargeted: boolean; isMerged: boolean }
type LineProps = Columns & {
  row: AttainmentRow
  index: number
  isOpen: boolean
  onOpen(code: string): void
  onEnter(code: string): void
}

export function AttainmentLine({
  row,
  index,
  isOpen,
  measure,
  isTargeted,
  isMerged,
  onOpen,
  onEnter,
}: LineProps) {
  const { t, number } = useWords()
  const { unit, value, target, attainmentPercent, met, notRestated } = row
  const from = row.from.map(({ name }) => shortName({ name, kind: '' })).join(', ')
  const label = t('app.dashboard.rowOpen', { unit: unit.name, value: measure.whole(value) })
  return (
    <tr aria-rowindex={index} className={isOpen ? 'on' : ''}>
      {!isMerged && <td className={classes.letters}>{unit.shortCode || unit.code}</td>}
      <th scope="row">
        {unit.units > 0 ? (
          <button type="button" className={classes.enter} onClick={() => onEnter(unit.code)}>
            {unit.shortName}
          </button>
        ) : (
          unit.shortName
        )}
        {isMerged && from !== '' && <small className={classes.fromLine}>{from}</small>}
      </th>
      {isMerged && <td className={classes.from}>{from}</td>}
      <td className={classes.num}>
        {value === null ? (
          <span className="idle">
            {notRestated ? t('app.dashboard.notShared') : t('app.dashboard.missing')}
          </span>
        ) : (
          <Figure label={label} onOpen={() => onOpen(unit.code)}>
            {row.quality === 'official' ? '' : '≈ '}
            {measure.tell(value)}
          </Figure>
        )}
      </td>
      {isTargeted && (
        <td className={`${classes.num} ${classes.plan}`}>{target === null ? '–' : measure.tell(target)}</td>
      )}
      {isTargeted && (
        <td className={classes.barCell}>
          {attainmentPercent !== null && <AttainmentBar percent={attainmentPercent} met={met} />}
        </td>
      )}
      {isTargeted && (
        <td className={`${classes.num} ${met === false ? 'warn' : ''}`}>
          <Percent
            percent={attainmentPercent}
            met={met}
            tell={(text) => number(text, 1)}
            below={t('app.dashboard.below')}
          />
        </td>
      )}
      <td className={classes.course}>
        <Sparkline values={row.trend} isLow={met === false} />
      </td>
    </tr>
  )
}

type PercentProps = { percent: string | null; met: boolean | null; below: string; tell(text: string): string }
export const Percent = ({ percent, met, tell, below }: PercentProps) =>
  percent === null ? (
    <>–</>
  ) : (
    <>
      {met === false && (
        <>
          <IconCaretDownFilled size={11} aria-hidden />
          <span className="vh">{below} </span>
        </>
      )}
      {tell(percent)} %
    </>
  )

/** The total says how many reported, and what lies at none of the rows. */
export function TotalLine({ answer, measure, isTargeted, isMerged }: Columns & { answer: AttainmentAnswer }) {
  const { t, number, lang } = useWords()
  const { figure, rest, rows, unit } = answer
  const count = { count: number(rows.length) }
  const tally = { reported: number(figure.reported), expected: number(figure.expected) }
  return (
    <tr>
      {!isMerged && <td />}
      <th scope="row">
        {t('app.dashboard.total', { unit: inlineName(lang, { name: unit.name, kind: '' }) })}
        <small className={classes.tally}>
          {isMerged ? t('app.dashboard.units', count) : t('app.dashboard.tally', tally)}
          {rest !== null && ` · ${t('app.dashboard.rest', { value: measure.whole(rest) })}`}
        </small>
      </th>
      {isMerged && <td className={classes.from} />}
      <td className={classes.num}>{measure.tell(figure.value)}</td>
      {isTargeted && (
        <td className={classes.num}>{figure.target === null ? '–' : measure.tell(figure.target)}</td>
      )}
      {isTargeted && (
        <td className={classes.barCell}>
          {figure.attainmentPercent !== null && (
            <AttainmentBar percent={figure.attainmentPercent} met={figure.met} />
          )}
        </td>
      )}
      {isTargeted && (
        <td className={classes.num}>
          <Percent
            percent={figure.attainmentPercent}
            met={figure.met}
            tell={(text) => number(text, 1)}
            below={t('app.dashboard.below')}
          />
        </td>
      )}
      <td />
    </tr>
  )
}
