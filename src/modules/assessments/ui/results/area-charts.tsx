import { Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Section } from '#web/kit/panes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import type { PublishedResult, ResultRow } from '../../api/results.ts'
import { AreaBars } from './area-bars.tsx'
import classes from './results.module.css'
import { difference, percentOf } from './rules/standing.ts'

type Props = { result: PublishedResult; rows: readonly ResultRow[] }

/** Small multiples: one drawing for each area, all units in the order of their ranks, one of them marked. */
export function AreaCharts({ result, rows }: Props) {
  const { t } = useWords()
  const { unit } = useSelection()
  const { mark } = useSearch({ strict: false }) as { mark?: string | number }
  const go = useNavigate()
  const marked = rows.find((row) => row.unit.code === String(mark ?? unit)) ?? rows[0]
  if (!marked) return null
  return (
    <Section
      title={t('app.results.areas')}
      aside={
        <Select
          searchable
          limit={100}
          allowDeselect={false}
          className={classes.mark}
          aria-label={t('app.results.mark')}
          value={marked.unit.code}
          data={rows.map((row) => ({ value: row.unit.code, label: row.unit.name }))}
          onChange={(value) =>
            go({ to: '.', search: (old: object) => ({ ...old, mark: value }), replace: true } as never)
          }
        />
      }
    >
      <p className={classes.hint}>
        {t(rows.length > 1 ? 'app.results.areasMean' : 'app.results.areasOne', { unit: marked.unit.name })}
      </p>
      <ul className={classes.panels}>
        {result.areas.map((area) => (
          <Panel key={area.code} area={area} rows={rows} marked={marked} />
        ))}
      </ul>
    </Section>
  )
}

type PanelProps = { area: PublishedResult['areas'][number]; rows: readonly ResultRow[]; marked: ResultRow }

function Panel({ area, rows, marked }: PanelProps) {
  const { t, number } = useWords()
  const { code, name, meanPercent } = area
  const shareOf = ({ areas }: ResultRow) =>
    percentOf(areas.find((one) => one.code === code) ?? { points: null, max: '0' })
  const own = shareOf(marked)
  // A mean of one is that one
  const isAlone = rows.length < 2
  const by = isAlone ? null : difference(meanPercent, own)
  const isLow = by !== null && Number(by) < 0
  return (
    <li>
      <h3>
        <b>{code}</b> {name}
      </h3>
      <AreaBars
        bars={rows.map((row) => ({ percent: shareOf(row), isMarked: row === marked }))}
        meanPercent={isAlone ? null : meanPercent}
        isLow={isLow}
      />
      <p>
        <b>{own === null ? t('app.results.notWhole') : `${number(own, 1)} %`}</b>
        {by !== null && (
          <span className={isLow ? 'warn' : ''}>
            {t(`app.results.${Number(by) === 0 ? 'asMean' : isLow ? 'belowMean' : 'aboveMean'}`, {
              by: number(by.replace('-', ''), 1),
            })}
          </span>
        )}
      </p>
    </li>
  )
}
