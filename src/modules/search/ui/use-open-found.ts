import { useNavigate } from '@tanstack/react-router'
import { useSelection } from '#web/kit/selection.ts'
import type { Found } from '../api.ts'
import { destinationOf } from './destination.ts'

/** Opens what was found: a page, or the unit on the page one is on. */
export function useOpenFound(onDone: () => void) {
  const navigate = useNavigate()
  const { period, select } = useSelection()
  return (found: Found) => {
    onDone()
    const to = destinationOf(found, period)
    if (to.kind === 'unit') select({ unit: to.unit, ...(to.period && { period: to.period }) })
    else navigate({ to: to.path, search: (old: object) => ({ ...kept(old), ...to.search }) } as never)
  }
}

/** From page to page the unit and the period stay. */
const kept = ({ unit, period }: { unit?: unknown; period?: unknown }) => ({
  ...(unit !== undefined && { unit }),
  ...(period !== undefined && { period }),
})
