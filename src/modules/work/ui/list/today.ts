import type { Words } from '#web/kit/words.tsx'

/** `Thứ Năm, 16/12/2021`. */
export function tellToday({ lang, day }: Words, today: string): string {
  const weekday = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' })
  return `${weekday.format(new Date(`${today}T00:00:00Z`))}, ${day(today)}`
}
