import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { listTargets } from '#modules/programmes/api/targets.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { nameOf, useRead } from '#web/sync/use-read.ts'
import { getSheet } from '../../api/sheet.ts'
import { type Autosave, startAutosave } from './store/autosave.ts'
import { createSheet, redrawAll, type SheetStore, takeIn } from './store/sheet-store.ts'

export type SheetKey = { form: string; period: string; unit: string }

const REREAD_MS = 5_000

/** One form for the units below a unit (or for itself): read, kept for a time without a network, saved by itself. */
export function useSheet({ form, period, unit }: SheetKey) {
  const { lang, t } = useWords()
  const read = useRead(getSheet, { form, period, under: unit, limit: 200 }, { offline: true })
  const answer = read.isPlaceholderData ? undefined : read.data
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language does not make another sheet
  const sheet = useMemo(() => createSheet(lang, form, period), [form, period, unit])
  useTargets(
    sheet,
    { form, period, unit },
    answer?.columns.map(({ indicator }) => indicator),
  )
  useLayoutEffect(() => {
    sheet.lang = lang
    redrawAll(sheet)
  }, [sheet, lang])

  const label = (row: number) =>
    t('app.sheet.entry', {
      form: answer?.form.name ?? form,
      unit: sheet.rows[row]?.unit.name ?? '',
      period: tellPeriod(t, period),
    })
  const autosave = useAutosave(sheet, label, () => read.refetch())
  useLayoutEffect(() => {
    if (answer) takeIn(sheet, answer.columns, answer.rows)
  }, [sheet, answer])
  return { sheet, read, answer, autosave, label }
}

/** Saving goes on while the screen is there; what was left is handed over when it goes. */
function useAutosave(sheet: SheetStore, label: (row: number) => string, reread: () => void) {
  const client = useQueryClient()
  const said = useRef({ label, reread })
  said.current = { label, reread }
  const autosave = useRef<Autosave | null>(null)
  useEffect(() => {
    const timer = { id: 0 }
    const onSent = () => {
      clearTimeout(timer.id)
      timer.id = window.setTimeout(() => said.current.reread(), REREAD_MS)
    }
    const started = startAutosave(sheet, (row) => said.current.label(row), onSent)
    autosave.current = started
    return () => {
      clearTimeout(timer.id)
      started.stop()
      client.invalidateQueries({ queryKey: [nameOf(getSheet)] })
    }
  }, [sheet, client])
  return autosave
}

/** What is planned, beside what is reported. A sheet without targets is a sheet all the same. */
function useTargets(sheet: SheetStore, { period, unit }: SheetKey, indicators: string[] | undefined): void {
  const indicator = [...new Set(indicators ?? [])].join(',')
  const { data } = useRead(
    listTargets,
    { indicator, under: unit, period },
    { enabled: indicator !== '', offline: true },
  )
  useLayoutEffect(() => {
    if (!data) return
    sheet.targets = new Map(
      data.targets.map((target) => [`${target.unitCode} ${target.indicator}`, target.value]),
    )
    redrawAll(sheet)
  }, [sheet, data])
}
