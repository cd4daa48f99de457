import type { Tx } from '#platform/db/db.ts'
import type { FigureDefinition } from '../schema.ts'

/**
 * Makes a programme's figures those given, in the order given. They take the places that its figures have among all
 * others; further ones come last.
 */
export async function replaceFigures(
  tx: Tx,
  slug: string,
  figures: readonly (Omit<FigureDefinition, 'programmeSlug'> & { indicatorId: number })[],
): Promise<void> {
  const { id } = await tx
    .selectFrom('programmes')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  const rows = await tx.selectFrom('figures').select(['programme_id', 'position']).execute()
  const places = rows.filter((row) => row.programme_id === id).map((row) => row.position)
  const next = Math.max(-1, ...rows.map((row) => row.position)) + 1
  const free = [...places.sort((a, b) => a - b), ...figures.map((_, at) => next + at)]

  await tx.deleteFrom('figures').where('programme_id', '=', id).execute()
  if (figures.length === 0) return
  await tx
    .insertInto('figures')
    .values(
      figures.map((figure, at) => ({
        key: figure.key,
        programme_id: id,
        indicator_id: figure.indicatorId,
        label: figure.label,
        label_en: figure.labelEn,
        phrase: figure.phrase,
        phrase_en: figure.phraseEn,
        basis: figure.basis,
        step: figure.step,
        position: free[at]!,
      })),
    )
    .execute()
}
