import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.generated.ts'

/** Enough to read, never to write. Both the pool and a transaction fit. */
export type Db = Pick<
  Kysely<Database>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'getExecutor'
>

/** Needed to write. Only the endpoint wrapper, the job runner and the commands open one. */
export type Tx = Transaction<Database>
