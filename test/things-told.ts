import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { OPERATOR } from '../src/platform/http/endpoint.ts'
import { type Lang, translator } from '../src/platform/i18n/translate.ts'
import { importFiles } from '../src/platform/imports/import-files.ts'
import { type Scratch, scratchHouse } from './scratch.ts'
import { createThings, listThings, thingFormats } from './things-format.ts'

/** A file of things and, in both languages, each of its faults as `row column: sentence`. */
export type BadFile = {
  what: string
  file: string | Buffer<ArrayBuffer>
  format?: string
  vi: string[]
  en: string[]
}

/** A test for each file: its sentences word for word, and nothing written. */
export function tellEach(files: readonly BadFile[]): void {
  describe('what people read about', () => {
    for (const bad of files)
      test(bad.what, async () => {
        await using house = await scratchHouse()
        await house.transact(createThings)
        assert.deepEqual(await tell(house, 'vi', bad), bad.vi)
        assert.deepEqual(await tell(house, 'en', bad), bad.en)
        assert.deepEqual(await listThings(house.db), [])
      })
  })
}

async function tell(house: Scratch, lang: Lang, { file, format }: BadFile): Promise<string[]> {
  const { rejected } = await importFiles(house, [{ name: 'upload', body: new Blob([file]).stream() }], {
    formats: thingFormats,
    format: thingFormats.find(({ name }) => name === format),
    dryRun: false,
    keepGood: false,
    actor: OPERATOR,
    now: new Date(0),
    today: '2026-11-22',
    t: translator(lang),
  })
  return rejected.map(({ row, field, message }) => `${row} ${field}: ${message}`)
}
