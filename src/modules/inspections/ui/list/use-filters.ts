import { useNavigate, useSearch } from '@tanstack/react-router'
import { FINDING_KINDS, type FindingKind } from '../../schema.ts'

export const VIEWS = ['visits', 'findings', 'recurring', 'plans'] as const
export type View = (typeof VIEWS)[number]
export const WHICH = ['open', 'overdue', 'all'] as const
export type Which = (typeof WHICH)[number]

type Filters = { view: View; which: Which; kind: FindingKind | undefined }

/** What the page shows; it stands in the address. */
export function useFilters(): Filters & { ask(change: Partial<Filters>): void } {
  const search = useSearch({ strict: false }) as Partial<Record<keyof Filters, string>>
  const go = useNavigate()
  return {
    view: VIEWS.find((view) => view === search.view) ?? 'visits',
    which: WHICH.find((which) => which === search.which) ?? 'open',
    kind: FINDING_KINDS.find((kind) => kind === search.kind),
    ask: (change) =>
      go({ to: '.', search: (old: object) => ({ ...old, ...change }), replace: true } as never),
  }
}
