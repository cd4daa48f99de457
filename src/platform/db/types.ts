// How values come back, the same from both engines (`db.ts`): a date is its text, so that no time zone moves it; an
// int8 is a number (ids and counts stay far below 2^53); a numeric is its text, so that it stays exact.

const DATE = 1082
const INT8 = 20
const NUMERIC = 1700
const DATE_ARRAY = 1182
const INT8_ARRAY = 1016
const NUMERIC_ARRAY = 1231

export const SCALARS: Readonly<Record<number, (text: string) => string | number>> = {
  [DATE]: (text) => text,
  [INT8]: Number,
  [NUMERIC]: (text) => text,
}

export const ARRAYS: Readonly<Record<number, number>> = {
  [DATE_ARRAY]: DATE,
  [INT8_ARRAY]: INT8,
  [NUMERIC_ARRAY]: NUMERIC,
}
