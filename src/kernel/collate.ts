const VIETNAMESE = new Intl.Collator('vi', { numeric: true, sensitivity: 'variant' })

/**
 * Vietnamese order of names: ă, â after a, đ after d, ê, ô, ơ, ư in their places, tone marks last, digits by their
 * value (`Bản 2` before `Bản 10`). Names are sorted here and not in SQL: the embedded database knows no collation.
 */
export const compareNames = (a: string, b: string): number => VIETNAMESE.compare(a, b)
