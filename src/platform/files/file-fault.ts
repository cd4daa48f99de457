/**
 * A file that cannot be read, or not further: nothing after `row` can be trusted, so nothing of it is taken.
 * `code` is the i18n key after `import.`; `row` counts from 1 at the header, and is 1 for the file as a whole.
 */
export class FileFault extends Error {
  override name = 'FileFault'
  readonly code: string
  readonly row: number
  readonly details: Record<string, unknown>

  constructor(code: string, row = 1, details: Record<string, unknown> = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.row = row
    this.details = details
  }
}
