import { loadIndicators, saveForm, saveIndicators } from '#modules/indicators/index.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import { saveFigures, saveProgrammes } from '#modules/programmes/index.ts'
import type { FigureDefinition, Programme } from '#modules/programmes/schema.ts'
import type { Tx } from '#platform/db/db.ts'
import { readJson } from './read.ts'

type Forms = {
  sources: {
    code: string
    name: string
    nameEn: string
    unitOfMeasure: string
    source: string
    across?: 'none'
  }[]
  forms: { code: string; name: string; nameEn: string; frequency: string; indicators: string[] }[]
}

/** The indicators that are computed from other records; no file of the import form can hold them. */
export async function defineSources(tx: Tx): Promise<void> {
  const { sources } = readJson<Forms>('forms.json')
  const computed = {
    weight: null,
    formula: null,
    minimum: null,
    breakdown: null,
  } as const
  await saveIndicators(
    tx,
    sources.map(({ across = 'sum' as const, ...source }) => ({
      ...source,
      ...computed,
      acrossUnits: across,
      acrossTime: across,
    })),
  )
}

export async function defineForms(tx: Tx): Promise<void> {
  const { forms } = readJson<Forms>('forms.json')
  const indicators = await loadIndicators(tx)
  for (const form of forms)
    await saveForm(tx, { ...form, indicatorIds: form.indicators.map((code) => indicators.get(code)!.id) })
}

type Figure = Pick<FigureDefinition, 'key' | 'indicator' | 'label' | 'labelEn' | 'basis'> & {
  programme?: string
  phrase?: string
  phraseEn?: string
  step?: string
}
/** A programme as `programmes.json` has it; `unit` is a code. */
export type ProgrammeGiven = Omit<Programme, 'id' | 'unit' | 'position'> & { unit: string }
type Programmes = {
  programmes: ProgrammeGiven[]
  figures: Figure[]
}

/** The breakthrough contents of the year and the figures they are told by. */
export async function defineProgrammes(tx: Tx): Promise<void> {
  const { programmes, figures } = readJson<Programmes>('programmes.json')
  const drafts = programmes.map(async ({ unit, ...programme }, position) => {
    const owner = (await unitByCode(tx, unit, programme))!
    return { ...programme, unitId: owner.id, position: position + 1 }
  })
  await saveProgrammes(tx, await Promise.all(drafts))
  await saveFigures(
    tx,
    figures.map(({ programme = null, phrase = null, phraseEn = null, step = null, ...figure }) => ({
      ...figure,
      programmeSlug: programme,
      phrase,
      phraseEn,
      step,
    })),
  )
}
