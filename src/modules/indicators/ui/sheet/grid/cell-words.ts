import { Big } from '#kernel/decimal.ts'
import type { Words } from '#web/kit/words.tsx'
import type { SheetColumn, SheetRow } from '../../../api/sheet.ts'
import type { Doubt } from '../../../rules/outlier.ts'
import type { Fault } from '../rules/cell-fault.ts'
import type { CellView, Trouble } from '../rules/cell-view.ts'

type Speech = Pick<Words, 't' | 'number' | 'lang'>

/** `Nhãn`, or the item of its breakdown. */
export const nameOfColumn = ({ name, nameEn, breakdown }: SheetColumn, lang: Words['lang']): string => {
  const whole = lang === 'en' ? (nameEn ?? name) : name
  return breakdown ? Object.values(breakdown).join(', ') : whole
}

/** The indicator's own name also before an item: `Giá trị nông sản, export`. */
export const fullNameOfColumn = (column: SheetColumn, lang: Words['lang']): string => {
  const { breakdown, ...whole } = column
  const name = nameOfColumn(whole, lang)
  return breakdown ? `${name}, ${Object.values(breakdown).join(', ')}` : name
}

export const tellFault = ({ t, number }: Speech, { code, minimum }: Fault): string =>
  t(`app.sheet.fault.${code}`, minimum === undefined ? {} : { minimum: number(minimum) })

/** What is to be looked at, in words that say what to do about it. */
export function tellTrouble(speech: Speech, trouble: Trouble, value: string | null): string {
  const { t } = speech
  switch (trouble.kind) {
    case 'refused':
      return trouble.reason
    case 'misread':
      return tellFault(speech, trouble.fault)
    case 'conflict':
      return t('app.sheet.conflict')
    case 'returned':
      return trouble.reason === '' ? t('app.sheet.returned') : `“${trouble.reason}”`
    case 'outlier':
      return tellDoubt(speech, trouble.outlier, value)
  }
}

/** `Gấp hơn 10 lần kỳ trước`: what makes somebody look twice, with its numbers. */
export function tellDoubt({ t, number }: Speech, doubt: Doubt, value: string | null): string {
  switch (doubt.kind) {
    case 'minimum':
      return t('app.sheet.fault.minimum', { minimum: number(doubt.minimum) })
    case 'parts':
      return t('app.sheet.doubt.parts', { sum: number(doubt.sum) })
    case 'unusual':
      return t(`app.sheet.doubt.${doubt.isHigh ? 'high' : 'low'}`, {
        low: number(doubt.usual.low),
        high: number(doubt.usual.high),
      })
    case 'jump':
      return tellJump({ t, number }, doubt.previous, value ?? '0')
  }
}

function tellJump({ t, number }: Pick<Speech, 't' | 'number'>, previous: string, value: string): string {
  const [before, now] = [new Big(previous), new Big(value)]
  if (now.eq(0) || now.times(before).lt(0)) return t('app.sheet.doubt.turned', { previous: number(previous) })
  const isUp = now.abs().gt(before.abs())
  const times = (isUp ? now.div(before) : before.div(now)).round(0, Big.roundDown)
  return t(isUp ? 'app.sheet.doubt.up' : 'app.sheet.doubt.down', { times: number(times.toFixed()) })
}

/** What a screen reader says of a cell: unit, indicator, value, state. */
export function tellCell(speech: Speech, row: SheetRow, column: SheetColumn, view: CellView): string {
  const { t, number, lang } = speech
  const value =
    view.text ??
    (view.value === null ? t('app.state.missing') : `${number(view.value)} ${column.unitOfMeasure}`)
  return [
    row.unit.name,
    fullNameOfColumn(column, lang),
    value,
    row.state ? t(`app.state.${row.state}`) : t('app.sheet.new'),
    ...(view.canType ? [] : [t('app.sheet.locked')]),
    ...(view.sync === 'settled' ? [] : [t(`app.sheet.sync.${view.sync}`)]),
    ...(view.trouble ? [tellTrouble(speech, view.trouble, view.value)] : []),
    ...(view.comment ? [t('app.sheet.comment', { text: view.comment })] : []),
  ].join(', ')
}
