import { type Kysely, sql } from 'kysely'
import { readAudit } from '../audit/store.ts'
import type { Config } from '../config.ts'
import { hasEmbedded, holdFolder, makeEmbedded, openEmbedded } from '../db/embedded/folder.ts'
import { schemaState } from '../db/migrate.ts'
import { placeOf } from '../db/place.ts'
import { openPostgres } from '../db/postgres.ts'
import type { Database } from '../db/schema.generated.ts'
import { BackupProblem } from './form.ts'
import { type Loaded, loadBackup } from './load.ts'
import { readHead } from './read.ts'

export type Restoring = {
  /** Replaces what is there. Without it only a database in which nothing was ever done is replaced. */
  force: boolean
  progress(rows: number): void
}

/**
 * Puts the state of a backup, of either engine, into the database that `config` names: all of it, or nothing at all
 * and the old state stays. An older backup is brought up to date.
 *
 * @throws backup.* (`form.ts`; notEmpty without force) and what opening a database throws.
 */
export async function restoreBackup(config: Config, file: string, restoring: Restoring): Promise<Loaded> {
  await readHead(file)
  return config.databaseUrl
    ? restoreOnServer(config, file, restoring)
    : restoreInFolder(config, file, restoring)
}

async function restoreInFolder(
  config: Config,
  file: string,
  { force, progress }: Restoring,
): Promise<Loaded> {
  const lock = await holdFolder(config.dataDir)
  try {
    if (hasEmbedded(config.dataDir) && !force) await refuseUsedFolder(config)
    return await makeEmbedded(config, (house) => house.transact((tx) => loadBackup(tx, file, progress)))
  } finally {
    lock.release()
  }
}

async function refuseUsedFolder(config: Config): Promise<void> {
  const house = await openEmbedded(config)
  try {
    await refuseUsed(house.db, config)
  } finally {
    await house.close()
  }
}

async function restoreOnServer(
  config: Config,
  file: string,
  { force, progress }: Restoring,
): Promise<Loaded> {
  const house = await openPostgres(config)
  try {
    return await house.transact(async (tx) => {
      if ((await schemaState(tx)).kind !== 'none') {
        if (!force) await refuseUsed(tx, config)
        await dropAll(tx)
      }
      return loadBackup(tx, file, progress)
    })
  } finally {
    await house.close()
  }
}

/** Every write leaves an audit entry: where there is none, nothing can be lost. */
async function refuseUsed(db: Kysely<Database>, config: Config): Promise<void> {
  for await (const _ of readAudit(db)) throw BackupProblem.notEmpty({ place: placeOf(config) })
}

/** Takes down what the migrations of any version made; extensions and the job queues stay. */
async function dropAll(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ drop: string }>`
    select format('drop %s if exists %s cascade',
             case relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end,
             oid::regclass) as drop
    from pg_class c
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    union all
    select format('drop routine if exists %s cascade', oid::regprocedure)
    from pg_proc p
    where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`.execute(db)
  for (const { drop } of rows) await sql.raw(drop).execute(db)
}
