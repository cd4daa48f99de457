import { schemaVersion } from '#platform/db/migrate.ts'
import type { Command } from './command.ts'

/** Creates or upgrades the database; opening it did that, so there is only the result to tell. */
export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'cli.migrate',
  options: {},
  needs: 'database',
  creates: true,
  async run({ t, out, json, house }) {
    const schema = schemaVersion()
    json({ engine: house.engine, schema })
    out(t('cli.migrate.done', { engine: house.engine, schema }))
    return 0
  },
}
