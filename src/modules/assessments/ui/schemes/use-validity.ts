import { useWords } from '#web/kit/words.tsx'

/** `từ 01/01/2021`, `01/01/2021 – 31/12/2025`. */
export function useValidity(): (days: { validFrom: string; validTo: string | null }) => string {
  const { t, day } = useWords()
  return ({ validFrom, validTo }) =>
    validTo === null
      ? t('app.schemes.since', { from: day(validFrom) })
      : t('app.schemes.between', { from: day(validFrom), to: day(validTo) })
}
