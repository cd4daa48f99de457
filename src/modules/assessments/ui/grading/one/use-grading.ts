import { useEffect } from 'react'
import { useSelection } from '#web/kit/selection.ts'
import { ApiProblem } from '#web/sync/call.ts'
import { useEtagRead } from '#web/sync/use-read.ts'
import { type GradeSubject, getGrading, listGradeSubjects } from '../../../api/gradings.ts'
import { usePages } from '../use-pages.ts'

/** Pages of so many; all of them are fetched, one after the other, since quotas count everybody. */
const PAGE = 500

/**
 * A grading and all its subjects. Who reads grades at the keeper sees everybody; who reads them at the chosen unit only
 * is shown that unit's, without meters.
 */
export function useGrading(id: string) {
  const { unit } = useSelection()
  const whole = useEtagRead(getGrading, { grading: id })
  const isRefused = whole.error instanceof ApiProblem && whole.error.told.status === 403
  const part = useEtagRead(
    getGrading,
    { grading: id, unit: unit ?? '' },
    { enabled: isRefused && unit !== null },
  )
  const { data: read, error, refetch } = isRefused && unit !== null ? part : whole
  const grading = read?.data.id === id ? read.data : undefined
  const within = isRefused ? (unit ?? undefined) : undefined
  const subjects = useSubjects(id, within, grading !== undefined)
  return { grading, etag: read?.etag ?? undefined, error, refetch, isPart: isRefused, subjects }
}

function useSubjects(grading: string, unit: string | undefined, enabled: boolean) {
  const pages = usePages(listGradeSubjects, { grading, unit, limit: PAGE }, enabled)
  const { hasNextPage, isFetching, isError, fetchNextPage } = pages
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const all: GradeSubject[] | undefined = pages.data?.flatMap(({ subjects }) => subjects)
  return { all, isWhole: all !== undefined && !hasNextPage, error: pages.error, refetch: pages.refetch }
}
