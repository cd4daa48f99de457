import type { Scheme } from '../schema.ts'

/** Members that are numbers in a document (`code` and `label` look like numbers, and are none). */
const NUMBERED = new Set(
  'max points from to floor target cap graceDays perDay outOf scale minSample min roundDecimals'.split(' '),
)
/** `rawJSON` writes a number as the text that it is, so that nothing goes through a double. */
const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown }

/** A scheme as the document that is imported: reading it again gives the same scheme, to the digit. */
export const schemeDocument = (scheme: Scheme): string =>
  `${JSON.stringify(scheme, (key, value: unknown) => numbered(key, value), 2)}\n`

function numbered(key: string, value: unknown): unknown {
  if (key === 'weights' && typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value as Record<string, string>).map(([group, weight]) => [group, rawJSON(weight)]),
    )
  return typeof value === 'string' && NUMBERED.has(key) && value !== 'percent' ? rawJSON(value) : value
}
