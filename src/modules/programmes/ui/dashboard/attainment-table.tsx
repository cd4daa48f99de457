import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { AttainmentAnswer } from '../../api/attainment.ts'
import { AttainmentLine, TotalLine } from './attainment-line.tsx'
import classes from './dashboard.module.css'
import { type SortKey, useView } from './use-dashboard.ts'
import { useRows } from './use-rows.ts'

const ROW_PX = 30
/** More rows than this are drawn only where they are seen. */
export const MOST_DRAWN = 200

type Props = { answer: AttainmentAnswer; onOpen(code: string): void; onEnter(code: string): void }

/** Every unit below: the worst first, or as its heads are pressed. Head and total stay. */
export function AttainmentTable({ answer, onOpen, onEnter }: Props) {
  const { t } = useWords()
  const { sorted, measure, isTargeted } = useRows(answer)
  const { open } = useView()
  const box = useRef<HTMLDivElement>(null)
  const isWindowed = sorted.length > MOST_DRAWN
  const list = useVirtualizer({
    count: isWindowed ? sorted.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  const items = list.getVirtualItems()
  const shown = isWindowed ? items.map(({ index }) => sorted[index]!) : sorted
  const before = items[0]?.start ?? 0
  const after = isWindowed ? list.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  const isMerged = answer.borders !== 'then'
  const columns = 4 + (isTargeted ? 3 : 0)
  return (
    <section
      ref={box}
      className={isWindowed ? classes.windowed : classes.box}
      tabIndex={isWindowed ? 0 : undefined}
      aria-label={t('app.dashboard.table')}
    >
      <table className={`tbl ${classes.table}`} aria-rowcount={sorted.length + 2}>
        <Heads
          unit={measure.unit}
          isTargeted={isTargeted}
          isMerged={isMerged}
          steps={answer.trend.steps.length}
          course={answer.trend.course}
        />
        <tbody>
          {before > 0 && <Space height={before} columns={columns} />}
          {shown.map((row, i) => (
            <AttainmentLine
              key={row.unit.id}
              row={row}
              index={(isWindowed ? items[i]!.index : i) + 2}
              isOpen={row.unit.code === open}
              {...{ measure, isTargeted, isMerged, onOpen, onEnter }}
            />
          ))}
          {after > 0 && <Space height={after} columns={columns} />}
        </tbody>
        <tfoot>
          <TotalLine {...{ answer, measure, isTargeted, isMerged }} />
        </tfoot>
      </table>
    </section>
  )
}

/** In the place of the rows that are not drawn. */
const Space = ({ height, columns }: { height: number; columns: number }) => (
  <tr aria-hidden className={classes.space}>
    <td colSpan={columns} style={{ height }} />
  </tr>
)

type HeadsProps = {
  unit: string
  isTargeted: boolean
  isMerged: boolean
  steps: number
  course: AttainmentAnswer['trend']['course']
}

function Heads({ unit, isTargeted, isMerged, steps, course }: HeadsProps) {
  const { t, number } = useWords()
  return (
    <thead>
      <tr>
        {!isMerged && (
          <th scope="col">
            <span className="vh">{t('app.dashboard.letters')}</span>
          </th>
        )}
        <SortHead name="name" text={t('app.dashboard.unit')} />
        {isMerged && (
          <th scope="col" className={classes.from}>
            {t('app.dashboard.from')}
          </th>
        )}
        <SortHead name="value" text={t('app.dashboard.value', { unit })} isRight />
        {isTargeted && <SortHead name="target" text={t('app.dashboard.target')} isRight />}
        {isTargeted && (
          <th scope="col" className={classes.barHead}>
            <span className="vh">{t('app.dashboard.bar')}</span>
          </th>
        )}
        {isTargeted && <SortHead name="percent" text={t('app.dashboard.attained')} isRight />}
        <th scope="col" className={classes.courseHead}>
          {t(`app.dashboard.course.${course}`, { count: number(steps) })}
        </th>
      </tr>
    </thead>
  )
}

function SortHead({ name, text, isRight = false }: { name: SortKey; text: string; isRight?: boolean }) {
  const { sort, dir, show } = useView()
  const isOn = sort === name
  const Arrow = dir === 'up' ? IconArrowUp : IconArrowDown
  const turned = isOn && dir === 'up' ? 'down' : 'up'
  return (
    <th
      scope="col"
      aria-sort={isOn ? (dir === 'up' ? 'ascending' : 'descending') : undefined}
      className={isRight ? classes.num : ''}
    >
      <button type="button" className={classes.sort} onClick={() => show({ sort: name, dir: turned })}>
        {text}
        {isOn && <Arrow size={12} stroke={2} aria-hidden />}
      </button>
    </th>
  )
}
