import { parsePeriod } from '#kernel/period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { listForms } from '../../api/sheet.ts'

/** What a form is called in the reader's language, by its code; `of` gives those that are asked in a period. */
export function useFormNames() {
  const { lang, compare } = useWords()
  const forms = useRead(listForms, {}, { offline: true }).data?.forms ?? []
  const named = forms.map((form) => ({ ...form, name: (lang === 'en' && form.nameEn) || form.name }))
  const nameOf = (code: string): string => named.find((form) => form.code === code)?.name ?? code
  const of = (period: string) =>
    named
      .filter(({ frequency }) => frequency === parsePeriod(period)?.kind)
      .sort((a, b) => compare(a.name, b.name))
  return Object.assign(nameOf, { of })
}
