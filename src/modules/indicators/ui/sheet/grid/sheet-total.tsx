import { IconAlertTriangle } from '@tabler/icons-react'
import { memo } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { nameOfCell } from '../rules/columns.ts'
import { COUNTS, type SheetStore, totalAt, totalTopic } from '../store/sheet-store.ts'
import type { Widths } from './column-widths.ts'
import { useSnap } from './use-snap.ts'

type Props = { sheet: SheetStore; widths: readonly Widths[]; whole: string; note: string | null }

/** What the units come to, with how many of them stand behind it. */
export const SheetTotal = memo(function SheetTotal({ sheet, widths, whole, note }: Props) {
  const { t } = useWords()
  const count = sheet.rows.length
  const approved = useSnap(
    sheet,
    COUNTS,
    () => sheet.rows.filter(({ state }) => state === 'approved' || state === 'locked').length,
  )
  if (count < 2) return null
  return (
    <tfoot>
      <tr aria-rowindex={count + 3}>
        <th scope="row" className="c0">
          {whole}
          <small>{note ?? t('app.sheet.unitsCount', { count })}</small>
        </th>
        <td className="c1">
          <small>{t('app.sheet.approvedOf', { approved, count })}</small>
        </td>
        {sheet.columns.map((column, col) => (
          <TotalCell key={nameOfCell(column)} sheet={sheet} col={col} withTarget={widths[col]!.target > 0} />
        ))}
      </tr>
    </tfoot>
  )
})

const TotalCell = memo(function TotalCell({
  sheet,
  col,
  withTarget,
}: {
  sheet: SheetStore
  col: number
  withTarget: boolean
}) {
  const { t, number } = useWords()
  const { value, previous, target, reported, isDoubtful } = useSnap(sheet, totalTopic(col), () =>
    totalAt(sheet, col),
  )
  const isAdded = sheet.columns[col]?.adds !== false
  return (
    <>
      <td className="v">
        {isDoubtful && (
          <span className="mk warn" role="img" aria-label={t('app.sheet.doubtful')}>
            <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
          </span>
        )}
        {isAdded ? number(value) : '–'}
        <small>
          {reported}/{sheet.rows.length}
        </small>
      </td>
      <td className="p">{isAdded ? number(previous) : '–'}</td>
      {withTarget && <td className="t">{isAdded && target !== null ? number(target) : '–'}</td>}
    </>
  )
})
