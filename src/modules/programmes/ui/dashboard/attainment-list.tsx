import { Select } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { AttainmentBar } from '#web/kit/charts/attainment-bar.tsx'
import { Figure } from '#web/kit/figure.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { AttainmentAnswer, AttainmentRow } from '../../api/attainment.ts'
import type { Measure } from '../reading/use-measure.ts'
import { Percent } from './attainment-line.tsx'
import { MOST_DRAWN } from './attainment-table.tsx'
import classes from './dashboard.module.css'
import { SORT_KEYS, useView } from './use-dashboard.ts'
import { useRows } from './use-rows.ts'

const ROW_PX = 81

type Props = { answer: AttainmentAnswer; onOpen(code: string): void; onEnter(code: string): void }

/** The same as the table, one unit after the other: for a phone. */
export function AttainmentList({ answer, ...act }: Props) {
  const { t } = useWords()
  const { sorted, measure, isTargeted } = useRows(answer)
  const { sort, show } = useView()
  const box = useRef<HTMLDivElement>(null)
  const isWindowed = sorted.length > MOST_DRAWN
  const list = useVirtualizer({
    count: isWindowed ? sorted.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  })
  const keys = SORT_KEYS.filter((key) => isTargeted || key === 'name' || key === 'value')
  return (
    <section className={classes.phone} aria-label={t('app.dashboard.table')}>
      <Select
        size="lg"
        aria-label={t('app.dashboard.sort')}
        value={keys.includes(sort) ? sort : 'value'}
        data={keys.map((key) => ({ value: key, label: t(`app.dashboard.sort.${key}`) }))}
        onChange={(key) => show({ sort: SORT_KEYS.find((one) => one === key) ?? 'percent' })}
      />
      {isWindowed ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section ref={box} className={classes.phoneBox} tabIndex={0} aria-label={t('app.dashboard.unit')}>
          <ul style={{ height: list.getTotalSize(), position: 'relative' }}>
            {list.getVirtualItems().map(({ index, start }) => (
              <Item
                key={sorted[index]!.unit.id}
                row={sorted[index]!}
                measure={measure}
                top={start}
                {...act}
              />
            ))}
          </ul>
        </section>
      ) : (
        <ul>
          {sorted.map((row) => (
            <Item key={row.unit.id} row={row} measure={measure} {...act} />
          ))}
        </ul>
      )}
    </section>
  )
}

type ItemProps = Omit<Props, 'answer'> & { row: AttainmentRow; measure: Measure; top?: number }

function Item({ row, measure, top, onOpen, onEnter }: ItemProps) {
  const { t, number } = useWords()
  const { unit, value, target, attainmentPercent, met } = row
  const label = t('app.dashboard.rowOpen', { unit: unit.name, value: measure.whole(value) })
  return (
    <li
      className={classes.item}
      style={top === undefined ? undefined : { position: 'absolute', top, left: 0, right: 0 }}
    >
      <span className={classes.itemHead}>
        {unit.units > 0 ? (
          <button type="button" className={classes.enter} onClick={() => onEnter(unit.code)}>
            {unit.shortName}
          </button>
        ) : (
          <span>{unit.shortName}</span>
        )}
        {attainmentPercent !== null && (
          <b className={met === false ? 'warn' : ''}>
            <Percent
              percent={attainmentPercent}
              met={met}
              tell={(text) => number(text, 1)}
              below={t('app.dashboard.below')}
            />
          </b>
        )}
      </span>
      {attainmentPercent !== null && <AttainmentBar percent={attainmentPercent} met={met} />}
      <span className={classes.itemFoot}>
        {value === null ? (
          <span className="idle">{t('app.dashboard.missing')}</span>
        ) : (
          <Figure label={label} onOpen={() => onOpen(unit.code)}>
            {measure.whole(value)}
          </Figure>
        )}
        {target !== null && <span>{t('app.dashboard.ofTarget', { target: measure.tell(target) })}</span>}
      </span>
    </li>
  )
}
