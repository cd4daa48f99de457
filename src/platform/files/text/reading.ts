// What goes to the thread that reads a document.

export const PDF = 'application/pdf'
export const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type Reading = { content: Uint8Array; mediaType: string }

/** More is left out: two thousand pages. */
export const MOST_CHARACTERS = 5_000_000
