import { useQueries } from '@tanstack/react-query'
import { reading, useRead } from '#web/sync/use-read.ts'
import { getBoard } from '../../api/board.ts'
import { type FormHead, listForms } from '../../api/sheet.ts'
import { periodsWithin } from '../sheet/rules/period-for.ts'
import { entriesOf, type FormEntry } from './rules/form-entries.ts'

export type FormStates = {
  /** Undefined while it is read for the first time. */
  entries: FormEntry[] | undefined
  /** Forms that ask for no period inside the chosen one. */
  others: FormHead[]
  problem: unknown
  retry(): void
}

/** Every form with each of its periods inside the chosen one, and how the unit's reports stand. */
export function useFormStates(unit: string | null, period: string): FormStates {
  const list = useRead(listForms, {}, { offline: true })
  const forms = list.data?.forms ?? []
  const periods = [...new Set(forms.flatMap(({ frequency }) => periodsWithin(frequency, period)))]
  const boards = useQueries({
    queries: periods.map((code) => ({
      ...reading(getBoard, { period: code, unit: unit ?? '', limit: 2 }, true),
      enabled: unit !== null,
    })),
  })
  const answers = boards.flatMap(({ data }) => data?.data ?? [])
  const isComplete = list.data && boards.every(({ data }) => data)
  return {
    entries: isComplete ? entriesOf(forms, period, answers) : undefined,
    others: forms.filter(({ frequency }) => periodsWithin(frequency, period).length === 0),
    problem: list.error ?? boards.find(({ error }) => error)?.error,
    retry: () => {
      list.refetch()
      for (const board of boards) board.refetch()
    },
  }
}
