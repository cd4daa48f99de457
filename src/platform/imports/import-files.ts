import { writeAudit } from '#platform/audit/store.ts'
import type { House } from '#platform/db/house.ts'
import { receive, type Source } from '#platform/files/receive.ts'
import type { ImportAnswer } from './api.ts'
import { type ImportRequest, runImport } from './run-import.ts'

/**
 * Imports files in one transaction of its own: all of them or nothing. For commands and the demo; a request over HTTP
 * has its transaction already.
 */
export async function importFiles(
  house: Pick<House, 'transact'>,
  sources: readonly Source[],
  request: Omit<ImportRequest, 'files' | 'audit'>,
): Promise<ImportAnswer> {
  await using stack = new AsyncDisposableStack()
  const files = await Array.fromAsync(sources, async (source) => stack.use(await receive(source)))
  try {
    return await house.transact(async (tx) => {
      const audit = (entry: Parameters<typeof writeAudit>[3]) =>
        writeAudit(tx, request.actor, request.now, entry)
      const { answer, keep } = await runImport(tx, { ...request, files, audit })
      if (!keep) throw new NotKept(answer)
      return answer
    })
  } catch (error) {
    if (error instanceof NotKept) return error.answer
    throw error
  }
}

/** Thrown through the transaction, so that it is rolled back although there is an answer. */
class NotKept extends Error {
  readonly answer: ImportAnswer
  constructor(answer: ImportAnswer) {
    super('not kept')
    this.answer = answer
  }
}
