import { useNavigate, useSearch } from '@tanstack/react-router'
import { showInstallation } from '#modules/programmes/api/installation.ts'
import { useRead } from '#web/sync/use-read.ts'

/** What every screen looks at; it stands in the address, so that a link opens the same. */
export type Selection = {
  /** Code of the chosen unit; null before one was chosen (the shell puts the person's own). */
  unit: string | null
  period: string
  /** `then`, `now` or a day. */
  borders: string
  state: 'approved' | 'submitted'
}

/** Reads the part of an address that all pages share; the rest is kept for the page. */
export function readSelection(search: Record<string, unknown>): Partial<Selection> & Record<string, unknown> {
  const text = (name: string) => {
    const value = search[name]
    return value === undefined ? {} : { [name]: String(value) }
  }
  return { ...search, ...text('unit'), ...text('period'), ...text('borders'), ...text('state') }
}

const KEPT = 'songma.selection'
const thisYear = () => String(new Date().getFullYear())
/** `period` starts as the one last looked at on this device, else the last one that there is something of. */
export function useSelection(): Selection & { select(change: Partial<Selection>): void } {
  const search = useSearch({ strict: false }) as Partial<Selection>
  const navigate = useNavigate()
  const first = useRead(showInstallation, {}, { offline: true }).data?.period ?? thisYear()
  const kept = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Selection>
  const unit = search.unit ?? kept.unit ?? null
  const period = search.period ?? kept.period ?? first
  return {
    unit,
    period,
    borders: search.borders ?? 'then',
    state: search.state ?? 'approved',
    select(change) {
      localStorage.setItem(KEPT, JSON.stringify({ unit, period, ...change }))
      navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, ...change }) } as never)
    },
  }
}

export const forgetSelection = () => localStorage.removeItem(KEPT)
