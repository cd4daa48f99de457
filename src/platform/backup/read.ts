import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { migrationFiles, nameOf } from '../db/migrate.ts'
import { BackupProblem, FORM, type Head, type Mark } from './form.ts'

/** A line of a backup: what follows, or a row as the JSON text that it stands as. */
export type Line = { mark: Mark } | { row: string }

/**
 * Reads a backup line by line, the head first; memory stays flat.
 *
 * @throws backup.unreadable, .notABackup, .newer (it was made by a later version), and .incomplete where it breaks off.
 */
export async function* readBackup(file: string): AsyncGenerator<Line> {
  let seen: 'nothing' | 'head' | 'end' = 'nothing'
  try {
    for await (const text of textLines(file)) {
      const line: Line = text.startsWith('[') ? { mark: JSON.parse(text) } : { row: text }
      if (seen === 'nothing') checkHead(line, file)
      seen = 'mark' in line && line.mark[0] === 'end' ? 'end' : 'head'
      yield line
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'Z_BUF_ERROR') throw BackupProblem.incomplete({ file })
    if (code?.startsWith('Z_') || error instanceof SyntaxError) throw BackupProblem.notABackup({ file })
    if (error instanceof Error && 'syscall' in error)
      throw BackupProblem.unreadable({ file, reason: error.message })
    throw error
  }
  if (seen === 'nothing') throw BackupProblem.notABackup({ file })
  if (seen === 'head') throw BackupProblem.incomplete({ file })
}

/** The head alone, to refuse a file before anything is begun. */
export async function readHead(file: string): Promise<Head[1]> {
  for await (const line of readBackup(file)) return ((line as { mark: Mark }).mark as Head)[1]
  throw BackupProblem.notABackup({ file })
}

function checkHead(line: Line, file: string): void {
  if (!('mark' in line) || line.mark[0] !== 'songma-backup') throw BackupProblem.notABackup({ file })
  const { form, schema } = line.mark[1]
  if (form !== FORM || !migrationFiles().map(nameOf).includes(schema))
    throw BackupProblem.newer({ file, schema })
}

async function* textLines(file: string): AsyncGenerator<string> {
  const input = createReadStream(file)
  const text = input.pipe(createGunzip()).setEncoding('utf8')
  input.on('error', (error) => text.destroy(error)) // `pipe` hands bytes on, not errors
  // A piece of a photo is a long line: its parts are put together once, when its end has come.
  let parts: string[] = []
  for await (const chunk of text as AsyncIterable<string>) {
    const [first = '', ...more] = chunk.split('\n')
    parts.push(first)
    for (const next of more) {
      yield parts.join('')
      parts = [next]
    }
  }
  const rest = parts.join('')
  if (rest) yield rest
}
