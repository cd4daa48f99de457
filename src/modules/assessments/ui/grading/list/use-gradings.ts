import { useNavigate, useSearch } from '@tanstack/react-router'
import { useSelection } from '#web/kit/selection.ts'
import { listGradings } from '../../../api/gradings.ts'
import { usePages } from '../use-pages.ts'

export type SubjectKind = 'units' | 'people'
type Asked = { subjects?: SubjectKind }
type Change = { [K in keyof Asked]?: Asked[K] | undefined }

/** What the list is narrowed to; it stands in the address. */
export function useGradingFilters() {
  const { subjects } = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const ask = (change: Change) =>
    go({ to: '.', search: (old: Asked) => ({ ...old, ...change }), replace: true } as never)
  return {
    subjects: subjects === 'units' || subjects === 'people' ? subjects : undefined,
    ask,
  }
}
export type GradingFilters = ReturnType<typeof useGradingFilters>

/** Gradings kept at the chosen unit or below it, and those in which it is graded, page by page. */
export function useGradings({ subjects }: GradingFilters) {
  const { unit, period } = useSelection()
  const asked = { unit: unit ?? '', subjects, period, limit: 50 }
  return usePages(listGradings, asked, unit !== null)
}
