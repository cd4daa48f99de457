import { formatNumber } from '#kernel/number-text.ts'
import { parsePeriod } from '#kernel/period.ts'
import { keyOf } from '#modules/organisation/rules/names.ts'
import { catalogue, type Lang, type Translate, translator } from '#platform/i18n/translate.ts'
import { formatList } from '../rules/format.ts'

/** The language of a page: its sentences, and the words that come from data and not from the catalogue. */
export type Words = {
  lang: Lang
  t: Translate
  /** A unit of measure as readers write it: `tấn` is "tonnes" in English; an unknown one stays as recorded. */
  measure(unitOfMeasure: string): string
  /** `xã, thị trấn`; `communes and towns`. An unknown kind stays as recorded, in English it is "units". */
  kinds(kinds: readonly string[], count: number): string
  /** A dimension (`channel`) or one of its items (`channel.export`); an unknown one stays as recorded. */
  breakdown(key: string): string
  /** How many: `3.321`; `3,321`. */
  count(n: number): string
  /** `2021Q3` is "quý 3 năm 2021". */
  period(code: string): string
}

export function wordsOf(lang: Lang): Words {
  const t = translator(lang)
  const known = catalogue(lang)
  const kind = (name: string, count: number) => {
    const key = `portal.kind.${keyOf(name)}`
    if (key in known) return t(key, { count })
    return lang === 'vi' ? name : t('portal.kind.unit', { count })
  }
  return {
    lang,
    t,
    measure: (unit) => {
      const key = `portal.measure.${keyOf(unit)}`
      return key in known ? t(key) : unit
    },
    kinds: (kinds, count) => {
      const names = [...new Set(kinds.map((name) => kind(name, count)))]
      if (names.length === 0) return t('portal.kind.unit', { count })
      return lang === 'vi' ? names.join(', ') : formatList('en', names)
    },
    count: (n) => formatNumber(lang, String(n)),
    period: (code) => {
      const period = parsePeriod(code)
      if (!period || period.kind === 'year' || period.kind === 'term') return code
      const number = code.slice(4).replace(/^[HQN]?0?/, '')
      return t(`portal.period.${period.kind}`, { number, year: code.slice(0, 4) })
    },
    breakdown: (key) => {
      const full = `portal.breakdown.${key}`
      return full in known ? t(full) : (key.split('.').at(-1) ?? key)
    },
  }
}
