import { addDays, type Day, dayOrNull, maxDay, minDay } from '#kernel/day.ts'
import type { Life, Span } from '../schema.ts'

export const dayAfter = (day: Day): Day => addDays(day, 1)
export const dayBefore = (day: Day): Day => addDays(day, -1)

export const holds = (span: Span, day: Day): boolean => span.from <= day && day <= span.to
export const livesOn = (life: Life, day: Day): boolean => life.beginsOn <= day && day <= life.endsOn
export const lifespan = (life: Life): Span => ({ from: life.beginsOn, to: life.endsOn })
/** The day of a unit's life that is nearest to `day`. */
export const nearestDay = (life: Life, day: Day): Day => maxDay(life.beginsOn, minDay(day, life.endsOn))

export const intersects = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to
export const byStart = (a: Span, b: Span): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)

/** The days both have; null when there is none. */
export function common(a: Span, b: Span): Span | null {
  return intersects(a, b) ? { from: maxDay(a.from, b.from), to: minDay(a.to, b.to) } : null
}

/** The fewest spans that hold exactly the same days, in order: those that overlap or touch become one. */
export function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const { from, to } of spans.toSorted(byStart)) {
    const last = joined.at(-1)
    if (last && from <= dayAfter(last.to)) last.to = maxDay(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}

/** `span` cut before each of `days` that lies inside it after its first day; the parts are in order. */
export function cut(span: Span, days: Iterable<Day>): Span[] {
  const starts = [...new Set(days)].filter((day) => span.from < day && day <= span.to).sort()
  return [span.from, ...starts].map((from, i) => ({ from, to: starts[i] ? dayBefore(starts[i]) : span.to }))
}

/** The first day of `span` that is in none of `held`, which are joined; null when none is missing. */
export function firstMissing(span: Span, held: readonly Span[]): Day | null {
  const around = held.find((h) => holds(h, span.from))
  if (!around) return span.from
  return around.to >= span.to ? null : dayAfter(around.to)
}

/** For a sentence in any language: `… – 2025-01-31; 2025-07-01 – …`. */
export const spansText = (spans: readonly Span[]): string =>
  spans.map(({ from, to }) => `${dayOrNull(from) ?? '…'} – ${dayOrNull(to) ?? '…'}`).join('; ')
