// Which figure flows as the river of the page, and which stands at the head of a programme.

import type { Confluence, Figure } from '../view.ts'

/**
 * The river is the told figure to which most units gave something, the first of them in order. A programme is headed by
 * another of its told figures, so that the page does not say the same number twice, else by the river's, else by its
 * first figure with a value.
 */
export function chooseHeadlines(
  figures: readonly Figure[],
  confluences: readonly Confluence[],
): { river: Confluence | null; ofProgramme(slug: string): Figure | null } {
  const river = mostJoined(confluences)
  return {
    river,
    ofProgramme: (slug) => {
      const own = (list: readonly Confluence[]) => list.filter(({ figure }) => figure.programmeSlug === slug)
      const other = mostJoined(own(confluences).filter((confluence) => confluence !== river))
      const first = figures.find(({ programmeSlug, value }) => programmeSlug === slug && value !== null)
      return (other ?? mostJoined(own(confluences)))?.figure ?? first ?? null
    },
  }
}

/** The figure to which most units gave something, the first of them in order; null when there is none. */
export const mostJoined = (confluences: readonly Confluence[]): Confluence | null =>
  confluences.reduce<Confluence | null>(
    (most, next) => (most && giving(most) >= giving(next) ? most : next),
    null,
  )

const giving = ({ parts }: Confluence): number => parts.filter(({ value }) => Number(value ?? 0) !== 0).length
