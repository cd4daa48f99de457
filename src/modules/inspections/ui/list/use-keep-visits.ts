import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { reading } from '#web/sync/use-read.ts'
import { getVisit, type VisitLine } from '../../api/visits.ts'

const MOST = 30

/** Takes along what is needed on the spot: each visit to come is kept on this device, as long as there is a network. */
export function useKeepVisits(visits: readonly VisitLine[] | undefined): void {
  const client = useQueryClient()
  const ids = visits
    ?.slice(0, MOST)
    .map(({ id }) => id)
    .join(' ')
  useEffect(() => {
    if (!ids || !navigator.onLine) return
    for (const id of ids.split(' ')) client.prefetchQuery(reading(getVisit, { id }, true))
  }, [client, ids])
}
