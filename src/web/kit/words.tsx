import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { compareNames } from '#kernel/collate.ts'
import type { Day } from '#kernel/day.ts'
import { formatNumber, type Tongue } from '#kernel/number-text.ts'

type Texts = Record<string, string | MessageFormatElement[]>

/** What people read: sentences, numbers, days and names, in the language they chose. */
export type Words = {
  lang: Tongue
  /** The sentence of a key; numbers are given as texts (`number`). A key without a sentence is shown as itself. */
  t(key: string, values?: Record<string, string | number>): string
  /** `10271.5` as `10.271,5`; null, what is missing, as five dots and never as 0. */
  number(value: string | number | null, places?: number): string
  /** `2021-12-18` as `18/12/2021` (English `18 Dec 2021`); without the year when it is that of `near`. */
  day(day: Day, near?: Day): string
  /** An ISO instant as day and clock of Vietnam. */
  instant(iso: string): string
  /** Vietnamese order of names, digits by their value. */
  compare(a: string, b: string): number
}

export const MISSING = '·····'
const KEPT = 'songma.lang'
const LOADERS = {
  vi: { first: () => import('virtual:messages/vi'), more: () => import('virtual:messages/vi-more') },
  en: { first: () => import('virtual:messages/en'), more: () => import('virtual:messages/en-more') },
}
/** All texts that have come so far; what comes later is put into the same object, which every `t` reads. */
const HELD: Record<Tongue, Texts> = { vi: {}, en: {} }

/** Resolves when the texts of all pages are there; the frame and the first page do without. */
export async function moreTexts(lang: Tongue = chosenLang()): Promise<void> {
  Object.assign(HELD[lang], (await LOADERS[lang].more()).texts)
}

const Context = createContext<(Words & { speak(lang: Tongue): void }) | null>(null)

/** Words of this page, and `speak` to change the language without losing the place. */
export function useWords() {
  const words = use(Context)
  if (!words) throw new Error('useWords stands outside of Language')
  return words
}

export const chosenLang = (): Tongue => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi')

/** Shows nothing until the texts of the chosen language are there. */
export function Language({ children }: { children: ReactNode }) {
  const [lang, speak] = useState(chosenLang)
  const [held, setHeld] = useState<Tongue>()
  useEffect(() => {
    localStorage.setItem(KEPT, lang)
    document.documentElement.lang = lang
    const isSwitch = Object.values(HELD).some((texts) => Object.keys(texts).length > 0)
    Promise.all([LOADERS[lang].first(), isSwitch && moreTexts(lang)]).then(([first]) => {
      Object.assign(HELD[lang], first.texts)
      setHeld(lang)
    })
  }, [lang])
  const words = useMemo(() => held && { ...wordsOf(held, HELD[held]), speak }, [held])
  return words && <Context value={words}>{children}</Context>
}

export function wordsOf(lang: Tongue, texts: Texts): Words {
  const compiled = new Map<string, IntlMessageFormat>()
  const message = (key: string, text: string | MessageFormatElement[]) => {
    const found = compiled.get(key) ?? new IntlMessageFormat(text, lang)
    compiled.set(key, found)
    return found
  }
  return {
    lang,
    t: (key, values = {}) => {
      const text = texts[key]
      if (text === undefined) return key
      return typeof text === 'string' ? text : String(message(key, text).format(values))
    },
    number: (value, places) => (value === null ? MISSING : formatNumber(lang, String(value), places)),
    day: (day, near) => tellDay(lang, day, near),
    instant: (iso) => {
      const there = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString()
      return `${there.slice(11, 16)} ${tellDay(lang, there.slice(0, 10))}`
    },
    compare: compareNames,
  }
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

function tellDay(lang: Tongue, day: Day, near?: Day): string {
  const [year, month, date] = day.split('-')
  const short = lang === 'vi' ? `${date}/${month}` : `${Number(date)} ${MONTHS[Number(month) - 1]}`
  if (near?.startsWith(`${year}-`)) return short
  return lang === 'vi' ? `${short}/${year}` : `${short} ${year}`
}
