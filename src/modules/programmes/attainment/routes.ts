import { listBorders } from '#modules/organisation/index.ts'
import { type Endpoint, type ReadContext, read } from '#platform/http/endpoint.ts'
import * as api from '../api/attainment.ts'
import { unitMeant } from '../figures.ts'
import { findProgrammeUnit } from './choose.ts'
import { groundOf } from './ground-of.ts'
import { refuseUnlessReadable } from './may-read.ts'
import { type AttainmentQuery, readAttainment } from './read.ts'
import { readStandings } from './standings.ts'
import { csvFile, xlsxFile } from './table-file.ts'

/** More units than this are not drawn: nobody could read the map. */
const MOST_DRAWN = 400

type Asked = Omit<AttainmentQuery, 'today' | 'lang' | 'unit'> & { unit?: string | undefined }

async function attain({ db, input, actor, today, lang }: ReadContext<Asked>) {
  const unit = input.unit ?? (await findProgrammeUnit(db, input.slug))
  await refuseUnlessReadable(db, actor, { ...input, unit }, today)
  return readAttainment(db, { ...input, unit, today, lang })
}

export const attainmentEndpoints: Endpoint[] = [
  read(api.listStandings, {
    access: 'anyone',
    async handle({ db, input, actor, today, lang }) {
      const unit = input.unit ?? (await unitMeant(db, input.period))
      await refuseUnlessReadable(db, actor, { ...input, unit }, today)
      return readStandings(db, { ...input, unit, today, lang })
    },
  }),
  read(api.getAttainment, { access: 'anyone', handle: attain }),
  read(api.getAttainmentCsv, {
    access: 'anyone',
    handle: async (context) => csvFile(await attain(context), context.today, context.lang),
  }),
  read(api.getAttainmentXlsx, {
    access: 'anyone',
    handle: async (context) => xlsxFile(await attain(context), context.today, context.lang),
  }),
  read(api.getBorders, {
    access: 'anyone',
    async handle({ db, input, today }) {
      const ground = await groundOf(db, { ...input, today })
      const units = input.borders === 'then' ? ground.ofThen : ground.ofNow
      const borders = units.length > MOST_DRAWN ? [] : await listBorders(db, units)
      return {
        borders: borders.map(({ unitId, onDate, source, geometry }) => ({
          unitId: String(unitId),
          onDate,
          source,
          geometry: { ...geometry },
        })),
      }
    },
  }),
]
