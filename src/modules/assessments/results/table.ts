import type { Table } from '#platform/files/table-file.ts'
import { type Lang, translator } from '#platform/i18n/translate.ts'
import type { PublishedResult } from '../api/results.ts'

const NAME = 36
const NUMBER = 14

/** The ranking with the points of each area; decimals as they are written in data. */
export function rankingTable(
  { name, period, areas, rows, scheme, ...told }: PublishedResult,
  lang: Lang,
): Table {
  const t = translator(lang)
  const column = (key: string, width = NUMBER) => ({ title: t(`result.column.${key}`), width })
  return {
    name: t('result.file', { scheme: scheme.code, period }),
    sheet: t('result.sheet'),
    head: [
      column('rank', 8),
      column('unitCode'),
      column('unitName', NAME),
      column('points'),
      column('max'),
      column('index'),
      column('class', 18),
      ...areas.map(({ code, max }) => ({ title: t('result.column.area', { code, max }), width: NUMBER })),
      column('rankBefore'),
      column('indexBefore'),
    ],
    lines: rows.map((row) => [
      row.rank,
      row.unit.code,
      row.unit.name,
      row.points,
      row.max,
      row.indexPercent,
      row.class,
      ...areas.map(({ code }) => row.areas.find((area) => area.code === code)?.points ?? null),
      row.before?.rank ?? null,
      row.before?.indexPercent ?? null,
    ]),
    source: t('result.source', { name, decision: told.decision, day: told.publishedOn }),
  }
}
