// The kinds of official documents and how numbers abbreviate them: NĐ 30/2020/NĐ-CP for the State, 399-QĐ/TW for the
// Party. One abbreviation may stand for several kinds (QĐ), and one kind may have none (công văn).

import * as z from 'zod'
import { foldText } from '#kernel/text.ts'

/** What a number's form says of its type. `law`: with the year in it, or of the National Assembly. */
export type Series = 'party' | 'state' | 'law'

export type DirectiveType = {
  /** As the register keeps it: `conclusion`. */
  code: string
  vi: string
  en: string
  /** How each series abbreviates it; the first is today's. */
  abbreviations: Partial<Record<Series, readonly string[]>>
}

const of = (code: string, vi: string, en: string, party = '', state = '', law = ''): DirectiveType => {
  const split = (text: string) => text.split(' ').filter(Boolean)
  const abbreviations = { party: split(party), state: split(state), law: split(law) }
  return { code, vi, en, abbreviations }
}

/** In the order in which they are offered. */
export const DIRECTIVE_TYPES: readonly DirectiveType[] = [
  of('resolution', 'nghị quyết', 'resolution', 'NQ', 'NQ', 'NQ'),
  of('directive', 'chỉ thị', 'directive', 'CT', 'CT', 'CT'),
  of('conclusion', 'kết luận', 'conclusion', 'KL', 'KL'),
  of('decision', 'quyết định', 'decision', 'QĐ', 'QĐ', 'QĐ'),
  of('regulation', 'quy định', 'regulation', 'QĐ QĐi', 'QyĐ'),
  of('statute', 'quy chế', 'statute', 'QC', 'QC'),
  of('party-circular', 'thông tri', 'Party circular', 'TT'),
  of('guidance', 'hướng dẫn', 'guidance', 'HD', 'HD'),
  of('plan', 'kế hoạch', 'plan', 'KH', 'KH'),
  of('programme', 'chương trình', 'programme', 'CTr CTHĐ CTrHĐ', 'CTr CTHĐ CTrHĐ'),
  of('project', 'đề án', 'project', 'ĐA', 'ĐA'),
  of('option', 'phương án', 'option', 'PA', 'PA'),
  of('investment-project', 'dự án', 'investment project', 'DA', 'DA'),
  of('master-plan', 'quy hoạch', 'master plan', 'QH', 'QH'),
  of('strategy', 'chiến lược', 'strategy', 'CL', 'CL'),
  of('notice', 'thông báo', 'notice', 'TB TBKL', 'TB TBKL'),
  of('communique', 'thông cáo', 'communiqué', 'TC', 'TC'),
  of('report', 'báo cáo', 'report', 'BC', 'BC'),
  of('submission', 'tờ trình', 'submission', 'TTr', 'TTr'),
  of('minutes', 'biên bản', 'minutes', 'BB', 'BB'),
  of('letter', 'công văn', 'official letter', 'CV', 'CV'),
  of('telegram', 'công điện', 'urgent dispatch', '', 'CĐ'),
  of('declaration', 'tuyên bố', 'declaration', 'TBố'),
  of('appeal', 'lời kêu gọi', 'appeal', 'LKG', 'LKG'),
  of('platform', 'cương lĩnh', 'political platform'),
  of('charter', 'điều lệ', 'charter', 'ĐL', 'ĐL'),
  of('law', 'luật', 'law', '', '', 'LCT'),
  of('ordinance', 'pháp lệnh', 'ordinance', '', '', 'PL'),
  of('order', 'lệnh', 'order', '', '', 'L'),
  of('decree', 'nghị định', 'decree', '', '', 'NĐ'),
  of('circular', 'thông tư', 'circular', '', '', 'TT'),
  of('joint-circular', 'thông tư liên tịch', 'joint circular', '', '', 'TTLT'),
  of('joint-resolution', 'nghị quyết liên tịch', 'joint resolution', '', 'NQLT', 'NQLT'),
  of('consolidated-text', 'văn bản hợp nhất', 'consolidated text', '', '', 'VBHN'),
  of('contract', 'hợp đồng', 'contract', '', 'HĐ'),
  of('memorandum', 'bản ghi nhớ', 'memorandum', '', 'BGN'),
  of('agreement', 'bản thỏa thuận', 'agreement', '', 'BTT'),
  of('power-of-attorney', 'giấy ủy quyền', 'power of attorney', 'GUQ', 'GUQ'),
  of('invitation', 'giấy mời', 'invitation', 'GM', 'GM'),
  of('introduction', 'giấy giới thiệu', 'introduction', 'GGT', 'GGT'),
  of('certificate', 'giấy chứng nhận', 'certificate', 'GCN', 'GCN'),
  of('travel-pass', 'giấy đi đường', 'travel pass', 'GĐĐ', 'GĐĐ'),
  of('leave-pass', 'giấy nghỉ phép', 'leave pass', 'GNP', 'GNP'),
  of('covering-slip', 'phiếu gửi', 'covering slip', 'PG', 'PG'),
  of('forwarding-slip', 'phiếu chuyển', 'forwarding slip', 'PC', 'PC'),
  of('notice-slip', 'phiếu báo', 'notice slip', 'PB', 'PB'),
  of('official-note', 'thư công', 'official note'),
]

const byCode = new Map(DIRECTIVE_TYPES.map((type) => [type.code, type]))

/** A code of the catalogue. */
export const DirectiveTypeCode = z.string().refine((code) => byCode.has(code), { error: 'directiveType' })

/** The type's name in a language; the code itself when the catalogue no longer has it. */
export const typeName = (code: string, lang: 'vi' | 'en'): string => byCode.get(code)?.[lang] ?? code

const bySpelling = new Map(
  DIRECTIVE_TYPES.flatMap((type) => [type.vi, type.en, type.code].map((text) => [foldText(text), type.code])),
)
// What people write beside the catalogue's own words
for (const [text, code] of [
  ['chuong trinh hanh dong', 'programme'],
  ['bo luat', 'law'],
  ['ban thoa thuan', 'agreement'],
  ['cong van hanh chinh', 'letter'],
] as const)
  bySpelling.set(text, code)

/**
 * The code of a type written as its Vietnamese or English name or its code; case, tone marks and spaces do not matter.
 * Undefined for anything else, an abbreviation above all: QĐ means two types.
 */
export const readType = (text: string): string | undefined => bySpelling.get(foldText(text))

/** The codes that an abbreviation may mean in a series, as it is written canonically; empty when it means none. */
export const typesOf = (abbreviation: string, series: Series): readonly DirectiveType[] =>
  DIRECTIVE_TYPES.filter((type) => type.abbreviations[series]?.includes(abbreviation))

const canonical = new Map<string, Map<string, string>>()
for (const series of ['party', 'state', 'law'] as const) {
  const all = DIRECTIVE_TYPES.flatMap((type) => type.abbreviations[series] ?? [])
  // What is written without the stroke of Đ gives way to what is really written so: HD is not HĐ
  const stroke = all.map((text) => [text.toUpperCase().replaceAll('Đ', 'D'), text] as const)
  canonical.set(series, new Map([...stroke, ...all.map((text) => [text.toUpperCase(), text] as const)]))
}

/** `ttr` → `TTr`, `QD` → `QĐ`; undefined when the series knows no such abbreviation. */
export const readAbbreviation = (text: string, series: Series): string | undefined =>
  canonical.get(series)!.get(text.toUpperCase())
