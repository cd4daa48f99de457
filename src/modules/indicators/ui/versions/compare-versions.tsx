import { NativeSelect } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { Big } from '#kernel/decimal.ts'
import { useWords } from '#web/kit/words.tsx'
import type { SheetColumn } from '../../api/sheet.ts'
import type { ReportVersion } from '../../schema.ts'
import { fullNameOfColumn } from '../sheet/grid/cell-words.ts'
import { nameOfCell } from '../sheet/rules/columns.ts'
import { compareVersions } from './rules/version-events.ts'
import classes from './versions.module.css'

type Pair = { from: number; to: number }
type Props = {
  versions: readonly ReportVersion[]
  pair: Pair
  columns: readonly SheetColumn[]
  onPair(pair: Pair): void
}

/** Two versions cell by cell, with the difference. */
export function CompareVersions({ versions, pair, columns, onPair }: Props) {
  const words = useWords()
  const { t, number, lang } = words
  const find = (version: number) => versions.find((one) => one.version === version)
  const later = find(pair.to)
  const places = new Map(columns.map((column, col) => [nameOfCell(column), col]))
  const rows = later
    ? compareVersions(find(pair.from), later).sort(
        (a, b) => (places.get(a.name) ?? 999) - (places.get(b.name) ?? 999),
      )
    : []
  const options = versions.map(({ version }) => ({
    value: String(version),
    label: t('app.versions.version', { version }),
  }))
  return (
    <section aria-label={t('app.versions.compare')}>
      <div className={classes.compare}>
        <h3>{t('app.versions.compare')}</h3>
        <NativeSelect
          aria-label={t('app.versions.from')}
          data={options}
          value={String(pair.from)}
          onChange={(event) => onPair({ ...pair, from: Number(event.currentTarget.value) })}
        />
        <IconArrowRight size={14} aria-hidden />
        <NativeSelect
          aria-label={t('app.versions.to')}
          data={options}
          value={String(pair.to)}
          onChange={(event) => onPair({ ...pair, to: Number(event.currentTarget.value) })}
        />
      </div>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('app.sheet.indicator')}</th>
            <th scope="col" className={classes.number}>
              {t('app.versions.version', { version: pair.from })}
            </th>
            <th scope="col" className={classes.number}>
              {t('app.versions.version', { version: pair.to })}
            </th>
            <th scope="col" className={classes.number}>
              {t('app.versions.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, from, to }) => {
            const column = columns[places.get(name) ?? -1]
            const isChanged = from !== to
            return (
              <tr key={name} className={isChanged ? 'on' : ''}>
                <th scope="row" className={isChanged ? classes.changed : ''}>
                  {column ? fullNameOfColumn(column, lang) : name}
                  {column && <small> {column.unitOfMeasure}</small>}
                </th>
                <td className={classes.number}>
                  {isChanged && from !== null ? <s>{number(from)}</s> : number(from)}
                </td>
                <td className={classes.number}>{isChanged ? <b>{number(to)}</b> : number(to)}</td>
                <td className={classes.number}>{differenceOf(words, from, to)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** `−46`, `+10`, `0`; a dash where one of them is missing. */
export function differenceOf(
  { number }: Pick<ReturnType<typeof useWords>, 'number'>,
  from: string | null,
  to: string | null,
): string {
  if (from === null || to === null) return from === to ? '0' : '–'
  const difference = new Big(to).minus(from)
  return `${difference.gt(0) ? '+' : ''}${number(difference.toFixed())}`
}
