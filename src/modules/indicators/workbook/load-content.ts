import type { Period } from '#kernel/period.ts'
import type { Tree } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import type { Asker } from '../allowed.ts'
import type { SheetRow } from '../api/sheet.ts'
import { periodsBefore } from '../rules/before.ts'
import { QUALITIES, type Quality } from '../schema.ts'
import type { KeyedColumn } from '../sheet/columns.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import type { Form } from '../store/forms.ts'
import { listReports } from '../store/stored-report.ts'
import type { UnitLine, ValueHead, WorkbookContent } from './content.ts'
import { keyOf } from './ids.ts'

/** Units by id, in the order in which they are to stand; `tree` is that of the period's last day. */
export type AskedContent = {
  form: Form
  period: Period
  tree: Tree
  units: readonly number[]
  asker: Asker
}

const OFFICIAL: Quality = 'official'

/** The sheet of a form for these units, as a workbook holds it. Whether the asker may see them is asked before. */
export async function loadContent(db: Db, asked: AskedContent, lang: Lang): Promise<WorkbookContent> {
  const { form, period, units } = asked
  const { columns, rows } = await readSheet(db, asked)
  const reports = await listReports(db, form.id, period.code, units)
  const qualityOf = (unit: number) => QUALITIES[reports.get(unit)?.quality ?? -1] ?? OFFICIAL
  return {
    form: { code: form.code, name: nameIn(lang, form) },
    period: period.code,
    previousPeriod: periodsBefore(period, 1)[0] ?? '–',
    heads: columns.map((column) => headOf(column, lang)),
    lines: rows.map((row) => lineOf(row, qualityOf(Number(row.unit.id)))),
  }
}

const lineOf = ({ unit, state, etag, may, cells }: SheetRow, quality: Quality): UnitLine => ({
  unit: { code: unit.code, name: unit.name },
  state,
  etag,
  quality,
  isOpen: may.includes('save'),
  cells: cells.map((cell) => ({ value: cell?.value ?? null, previous: cell?.previous ?? null })),
})

const nameIn = (lang: Lang, { name, nameEn }: { name: string; nameEn: string | null }) =>
  lang === 'en' ? (nameEn ?? name) : name

function headOf(column: KeyedColumn, lang: Lang): ValueHead {
  const { indicator, breakdown, unitOfMeasure, minimum } = column
  const label = [nameIn(lang, column), ...Object.values(breakdown ?? {})].join(' · ')
  return { key: keyOf({ indicator, breakdown }), label, unitOfMeasure, minimum }
}
