import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ProblemTold, Sent } from '#web/sync/call.ts'
import { ApiProblem } from '#web/sync/call.ts'
import { drop, enqueue, outboxNow, useOutbox } from '#web/sync/outbox.ts'
import type { Item } from '#web/sync/outbox-item.ts'
import { nameOf, useRead } from '#web/sync/use-read.ts'
import { getRound, listRounds, listSubjects } from '../../api/rounds.ts'
import {
  type Cell,
  getQueue,
  getSheet,
  getTable,
  type Input,
  listScores,
  type Saved,
  type Sheet,
  saveScore,
} from '../../api/scoring.ts'
import type { Stage } from '../../schema.ts'
import type { Draft } from './rules/say.ts'
import { withSaved } from './rules/sheet-view.ts'

export type SheetKey = { round: string; unit: string }
/** What was said on this device and is not at the server yet. */
export type Waiting = { item: Item; stage: Stage; draft: Draft }

/** Readings that a saved score makes old, besides the sheet itself. */
export const SCORED = [getQueue, getTable, listScores, getRound, listRounds, listSubjects]

type Written = { round: string; unit: string; criterion: string; stage: Stage; input: Input } & Pick<
  Draft,
  'reason' | 'note'
>

/** The sheet of one subject; also without a network, as it was last read. */
export function useSheet(key: SheetKey) {
  const { round, unit } = key
  const { data, error, refetch } = useRead(getSheet, { round, unit }, { offline: true })
  const sheet = data?.unit.code === unit && data.round.id === round ? data : undefined
  const waiting = useWaiting(key)
  const count = waiting.size
  const before = useRef(count)
  useEffect(() => {
    // Something that waited has been sent, or was given up: the server's word is newer than this page's
    if (count < before.current) refetch()
    before.current = count
  }, [count, refetch])
  return { sheet, error, refetch, waiting }
}

/** By criterion. */
export function useWaiting({ round, unit }: SheetKey): ReadonlyMap<string, Waiting> {
  const { items } = useOutbox()
  const own = items.filter(({ path, input }) => {
    const written = input as Partial<Written>
    return path === saveScore.path && written.round === round && written.unit === unit
  })
  return new Map(
    own.map((item) => {
      const { criterion, stage, input, reason, note } = item.input as Written
      return [criterion, { item, stage, draft: { input, reason, note } }]
    }),
  )
}

const isStuck = ({ path, state, input }: Item, of: SheetKey & { criterion: string }) => {
  const written = input as Partial<Written>
  const isSame = written.round === of.round && written.unit === of.unit && written.criterion === of.criterion
  return path === saveScore.path && isSame && (state === 'refused' || state === 'conflict')
}

type Told = { problem: ProblemTold; criterion: string } | null

/** Says scores through the outbox: on this device first, then sent. */
export function useSay({ round, unit }: SheetKey) {
  const client = useQueryClient()
  const [busy, setBusy] = useState<string | null>(null)
  const [told, setTold] = useState<Told>(null)
  const refresh = useRefreshScored()

  /** @returns whether it is on its way or kept: not when it was refused. */
  async function say(cell: Cell, stage: Stage, draft: Draft, label: string): Promise<boolean> {
    const { criterion, etag } = cell
    setBusy(criterion)
    setTold(null)
    const outcome = await enqueue(
      saveScore,
      { round, unit, criterion, stage, ...draft },
      { label, unit, ifMatch: etag, merge: (_, now) => now },
    )
    setBusy(null)
    if (outcome.state === 'sent') {
      const saved = outcome.data as Saved
      client.setQueryData<Sent<Sheet>>(
        [nameOf(getSheet), { round, unit }],
        (old) => old && { ...old, data: withSaved(old.data, saved) },
      )
      await refresh()
      return true
    }
    if (outcome.state === 'waiting') return true
    // The form that it came from shows why, with what was typed: it need not wait in the outbox as well
    for (const item of outboxNow().items) if (isStuck(item, { round, unit, criterion })) await drop(item.id)
    await client.invalidateQueries({ queryKey: [nameOf(getSheet), { round, unit }] })
    setTold({ problem: outcome.problem, criterion })
    return false
  }
  const problemOf = (criterion: string) =>
    told?.criterion === criterion ? new ApiProblem(told.problem) : null
  return { say, busy, problemOf }
}

export function useRefreshScored() {
  const client = useQueryClient()
  return () => {
    const old = new Set(SCORED.map(nameOf))
    return client.invalidateQueries({ predicate: ({ queryKey }) => old.has(String(queryKey[0])) })
  }
}
