// The boards as tables for a file.

import type { Table } from '#platform/files/table-file.ts'
import { type Lang, translator } from '#platform/i18n/translate.ts'
import type { CoverageBoard } from '../api/coverage.ts'
import { STEPS } from '../schema.ts'
import type { ReadCoverage } from './read-coverage.ts'

const NAME = 36
const DAY = 14

/** One row for each unit; days as they are written in data, so that they sort. */
export function coverageTable({ directive, on, rows }: ReadCoverage, lang: Lang): Table {
  const t = translator(lang)
  const column = (key: string, width = DAY) => ({ title: t(`coverage.column.${key}`), width })
  return {
    name: t('coverage.file', { number: directive.number, day: on }),
    sheet: t('coverage.sheet'),
    head: [
      column('unitCode'),
      column('unitName', NAME),
      ...STEPS.map((step) => column(step)),
      column('due'),
      column('daysLate'),
    ],
    lines: rows.map((row) => [
      row.unitCode,
      row.unitName,
      ...STEPS.map((step) => row[step]),
      row.due,
      row.daysLate,
    ]),
    source: t('coverage.source', { number: directive.number, issuer: directive.issuer, day: on }),
  }
}

/** One line for each unit or each directive, with how many reached each step. */
export function boardTable(board: CoverageBoard, by: 'units' | 'directives', lang: Lang): Table {
  const t = translator(lang)
  const column = (key: string, width = DAY) => ({ title: t(`coverage.column.${key}`), width })
  const named =
    by === 'units'
      ? [column('unitCode'), column('unitName', NAME)]
      : [column('directive', 20), column('issuedOn'), column('issuer', NAME), column('excerpt', NAME)]
  const lines = [
    ...board.units.map((line) => ({ line, names: [line.unitCode, line.unitName] })),
    ...board.directives.map((line) => ({
      line,
      names: [line.directive, line.issuedOn, line.issuer, line.excerpt],
    })),
  ]
  return {
    name: t('coverage.boardFile', { unit: board.unit.name, day: board.on }),
    sheet: t('coverage.sheet'),
    head: [
      ...named,
      column('asked'),
      ...STEPS.map((step) => column(`of.${step}`)),
      column('late'),
      column('overdue'),
      column('daysLate'),
    ],
    lines: lines.map(({ names, line }) => [
      ...names,
      line.asked,
      ...STEPS.map((step) => line[step]),
      line.late,
      line.overdue,
      line.daysLate,
    ]),
    source: t('coverage.boardSource', { unit: board.unit.name, day: board.on }),
  }
}
