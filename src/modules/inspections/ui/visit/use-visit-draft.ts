import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { enqueue, useOutbox } from '#web/sync/outbox.ts'
import { filesOf, type Item, localFile } from '#web/sync/outbox-item.ts'
import { keepAnswer, recallAnswer } from '#web/sync/store.ts'
import { listFindings, listRecurring } from '../../api/findings.ts'
import { getInspection, listInspections } from '../../api/plan.ts'
import { getVisit, listVisits, recordVisit, type Visit, type VisitDraft } from '../../api/visits.ts'
import { refreshAll } from '../refresh.ts'
import { todayHere } from '../today.ts'
import { draftIn, draftOf, rebase, waitingOf } from './visit-draft.ts'

type Kept = { draft: VisitDraft | null; etag: string | null }
const keptName = (id: string) => `draft of visit ${id}`
const PAUSE_MS = 400
const READINGS = [getVisit, listVisits, listInspections, getInspection, listFindings, listRecurring]

/**
 * What is being written of a visit. It is on the device a moment after each word, so that a phone that dies has lost
 * nothing; handed to the outbox, it is sent as soon as there is a network, against the version that was seen.
 */
export function useVisitDraft(visit: Visit, etag: string | null, label: string) {
  const client = useQueryClient()
  const waiting = waitingOf(useOutbox().items, visit.id)
  const [draft, setDraft] = useState<VisitDraft | null>(null)
  const seen = useRef(etag)
  const timer = useRef(0)
  const now = useRef(visit)
  now.current = visit
  const base = waiting ? draftIn(waiting) : draftOf(visit, todayHere())

  useEffect(() => {
    recallAnswer<Kept>(keptName(visit.id)).then((kept) => {
      if (!kept?.data.draft) return
      seen.current = kept.data.etag
      setDraft(kept.data.draft)
    })
    return () => clearTimeout(timer.current)
  }, [visit.id])

  useArrival(waiting, async (sent) => {
    await refreshAll(client, READINGS)
    setDraft((own) => own && rebase(own, sent, draftOf(now.current, todayHere())))
  })

  const keep = (kept: Kept) => keepAnswer(keptName(visit.id), { data: kept, etag: null })
  const change = (part: Partial<VisitDraft>) => {
    if (draft === null) seen.current = waiting?.ifMatch ?? etag
    const next = { ...(draft ?? base), ...part }
    setDraft(next)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => keep({ draft: next, etag: seen.current }), PAUSE_MS)
  }
  const forget = async () => {
    clearTimeout(timer.current)
    setDraft(null)
    await keep({ draft: null, etag: null })
  }
  const send = async (given: VisitDraft) => {
    const entry = { label, unit: visit.unit.code, ifMatch: draft === null ? etag : seen.current }
    const outcome = enqueue(recordVisit, { id: visit.id, ...given }, { ...entry, merge: (_, later) => later })
    await forget()
    return (await outcome).state
  }
  return { draft: draft ?? base, isTouched: draft !== null, waiting, change, forget, send }
}

/** Calls `onArrived` once what waited is at the server, with the names that its files had on this device. */
function useArrival(waiting: Item | undefined, onArrived: (sent: ReadonlySet<string>) => void): void {
  const names = useRef<Set<string> | null>(null)
  const told = useRef(onArrived)
  told.current = onArrived
  useEffect(() => {
    if (waiting) {
      const files = filesOf(waiting.input).map(localFile)
      names.current = new Set([...(names.current ?? []), ...files])
    } else if (names.current) {
      told.current(names.current)
      names.current = null
    }
  }, [waiting])
}
