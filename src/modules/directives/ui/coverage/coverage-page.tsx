import { AllBoard } from './all-board.tsx'
import { OneBoard } from './one-board.tsx'
import { useCoverageFilters } from './use-coverage.ts'

/** How far units are: with one directive, or counted over all of the chosen period. */
export function CoveragePage() {
  const filters = useCoverageFilters()
  return filters.directive === undefined ? (
    <AllBoard {...filters} />
  ) : (
    <OneBoard {...filters} directive={filters.directive} />
  )
}
