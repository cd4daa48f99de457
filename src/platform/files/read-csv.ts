import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { CsvError, type Parser, parse } from 'csv-parse'
import { CHUNK_BYTES } from './examine.ts'
import { FileFault } from './file-fault.ts'

export const BATCH_ROWS = 2_000
/** No honest row is longer; a quote that is never closed would otherwise read the rest of the file into memory. */
const MAX_ROW_BYTES = 1024 * 1024

/**
 * All rows of a UTF-8 CSV file as texts, the header among them and empty lines too (`['']`), so that the place in
 * the sequence is the row a spreadsheet shows. Any line ends, a byte order mark is skipped, quotes as RFC 4180.
 *
 * @throws FileFault where the quotes are wrong: what follows cannot be told apart any more.
 */
export async function* readCsv(path: string): AsyncGenerator<string[][]> {
  const parser = parse({
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true, // whoever knows the header judges the count, row by row
    max_record_size: MAX_ROW_BYTES,
  })
  // Faults of either stream come out of the loop below.
  pipeline(createReadStream(path, { highWaterMark: CHUNK_BYTES }), parser, () => {})

  let batch: string[][] = []
  try {
    for await (const record of parser as Parser & AsyncIterable<string[]>) {
      batch.push(record)
      if (batch.length < BATCH_ROWS) continue
      yield batch
      batch = []
    }
  } catch (error) {
    throw asFault(error)
  }
  if (batch.length > 0) yield batch
}

const FAULTS: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'file.quoteOpen',
  CSV_MAX_RECORD_SIZE: 'file.rowTooLong',
  CSV_INVALID_CLOSING_QUOTE: 'file.quote',
  INVALID_OPENING_QUOTE: 'file.quote',
}

function asFault(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  const code = FAULTS[error.code]
  return code ? new FileFault(code, Number(error.records) + 1, {}, { cause: error }) : error
}
