// A process that writes to the embedded database in a folder until it is killed: `saves` one transaction after the
// other, or `import` one big file. What has been committed it acknowledges on standard output.

import { sql } from 'kysely'
import { unitsFormat } from '#modules/organisation/index.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { House } from '#platform/db/house.ts'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import { importFiles } from '#platform/imports/import-files.ts'
import { readConfig } from '../src/platform/config.ts'
import { openDatabase } from '../src/platform/db/open.ts'

export const IMPORTED_UNITS = 5_001

/** Two rows and an audit entry each time, which belong together. */
async function save(house: House): Promise<never> {
  for (let number = 1; ; number++) {
    await house.transact(async (tx) => {
      await sql`insert into imports (format, file_name, sha256, rows, actor, at)
        values ('test', ${`${process.pid}`}, 'one', ${number}, 'x', now()),
               ('test', ${`${process.pid}`}, 'two', ${number}, 'x', now())`.execute(tx)
      await writeAudit(tx, OPERATOR, new Date(), { action: 'test.save', subject: `${process.pid} ${number}` })
    })
    console.log(`saved ${number}`)
  }
}

export async function importMany(house: House, began: () => void) {
  const communes = Array.from({ length: IMPORTED_UNITS - 1 }, (_, n) => `C${n},Xã ${n},xã,P,,`)
  const csv = ['code,name,kind,parent_code,valid_from,valid_to', 'P,Tỉnh,tỉnh,,,', ...communes].join('\n')
  const now = new Date()
  return importFiles(house, [{ name: 'units.csv', body: new Blob([csv]).stream() }], {
    formats: [unitsFormat],
    format: unitsFormat,
    dryRun: false,
    keepGood: false,
    actor: OPERATOR,
    now,
    today: '2026-01-01',
    t: translator('en'),
    progress: began,
  })
}

if (import.meta.main) {
  const [folder, work] = process.argv.slice(2)
  const house = await openDatabase(readConfig({}, '/', folder), { create: async () => {} })
  console.log('opened')
  if (work === 'saves') await save(house)
  const { created } = await importMany(house, () => console.log('began'))
  console.log(`done ${created}`)
  await house.close()
}
