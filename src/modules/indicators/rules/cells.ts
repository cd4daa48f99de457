/** Cells of a report by key: an indicator's id, or `id:breakdown id`. Null is a cell that was emptied. */
export type Cells = Record<string, string | null>
