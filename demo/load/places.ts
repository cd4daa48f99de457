import { OPEN_END } from '#kernel/day.ts'
import { setCodes, setNeighbours, setTiles, unitByCode } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/db/db.ts'
import { OF_YEAR } from './days.ts'
import { readRows } from './read.ts'

/** Where the nineteen communes lie, and the tax office's codes of the nine that followed. */
export async function placeUnits(tx: Tx): Promise<void> {
  const idThen = async (code: string) => (await unitByCode(tx, code, OF_YEAR))!.id

  const tiles = readRows<'unit_code' | 'tile_row' | 'tile_x' | 'bank' | 'river_order'>('tiles.csv')
  await setTiles(
    tx,
    await Array.fromAsync(tiles, async (tile) => ({
      unitId: await idThen(tile.unit_code),
      row: Number(tile.tile_row),
      x: Number(tile.tile_x),
      bank: tile.bank === 'south' ? 'south' : 'north',
      riverOrder: Number(tile.river_order),
    })),
  )
  const pairs = readRows<'unit_code' | 'neighbour_code'>('neighbours.csv')
  await setNeighbours(
    tx,
    await Array.fromAsync(
      pairs,
      async (pair) => [await idThen(pair.unit_code), await idThen(pair.neighbour_code)] as const,
    ),
  )
  const codes = readRows<'unit_code' | 'valid_from' | 'scheme' | 'code'>('codes.csv')
  await setCodes(
    tx,
    await Array.fromAsync(codes, async ({ unit_code, valid_from, scheme, code }) => {
      const unit = await unitByCode(tx, unit_code, { startsOn: valid_from, endsOn: OPEN_END })
      return { unitId: unit!.id, scheme, code, validFrom: valid_from }
    }),
  )
}
