import { Fragment, memo } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { SheetColumn } from '../../../api/sheet.ts'
import { nameOfCell } from '../rules/columns.ts'
import { nameOfColumn } from './cell-words.ts'
import type { Widths } from './column-widths.ts'
import type { Periods } from './sheet-grid.tsx'

type Props = { columns: readonly SheetColumn[]; widths: readonly Widths[]; periods: Periods }

/** Two lines: the indicator with its unit of measure; under it the period, the one before, the target. */
export const SheetHead = memo(function SheetHead({ columns, widths, periods }: Props) {
  const { t, lang } = useWords()
  return (
    <thead>
      <tr>
        <th scope="col" className="c0">
          {t('app.sheet.unit')}
        </th>
        <th scope="col" className="c1">
          {t('app.sheet.state')}
        </th>
        {columns.map((column, col) => (
          <th
            key={nameOfCell(column)}
            scope="colgroup"
            colSpan={widths[col]!.target > 0 ? 3 : 2}
            className="name"
            title={nameOfColumn(column, lang)}
          >
            {nameOfColumn(column, lang)} <small>{column.unitOfMeasure}</small>
          </th>
        ))}
      </tr>
      <tr>
        <td className="c0" />
        <td className="c1" />
        {columns.map((column, col) => (
          <Fragment key={nameOfCell(column)}>
            <th scope="col" className="v head">
              {periods.now}
            </th>
            <th scope="col" className="p">
              {periods.before}
            </th>
            {widths[col]!.target > 0 && (
              <th scope="col" className="t">
                {t('app.sheet.target')}
              </th>
            )}
          </Fragment>
        ))}
      </tr>
    </thead>
  )
})
