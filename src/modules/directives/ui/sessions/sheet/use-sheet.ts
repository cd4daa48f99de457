import { useState } from 'react'
import { ApiProblem } from '#web/sync/call.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { listSessions, recordSheet } from '../../../api/sessions.ts'
import type { Participants } from '../../../schema.ts'
import { type Defaults, emptyLine, faultyKind, isBlank, type Line, rowOf } from '../rules/line.ts'

export const MOST_LINES = 500
export type Told = { recorded: number; invited: number; attended: number; left: number }

/** The lines of a sheet, what is wrong with each, and how they are sent. */
export function useSheet(defaults: Defaults) {
  const [lines, setLines] = useState<readonly Line[]>([])
  const [kinds, setKinds] = useState<readonly Participants[]>(['party-members'])
  const [next, setNext] = useState(1)
  const [faults, setFaults] = useState<ReadonlyMap<string, readonly string[]>>(new Map())
  const [told, setTold] = useState<Told | null>(null)
  const { run, isBusy, problem, reset } = useWrite(recordSheet, { refreshes: [listSessions] })
  const ready = lines.filter((line) => !isBlank(line))

  /** With keys of their own: filled ones before those that wait to be filled, empty ones at the end. */
  const add = (more: readonly Line[]) => {
    const added = more.map((line, n) => ({ ...line, key: String(next + n) }))
    const isWaiting = added.every(isBlank)
    setLines(isWaiting ? [...lines, ...added] : [...ready, ...added, ...lines.filter(isBlank)])
    setNext(next + more.length)
    setTold(null)
  }
  async function send(directive: string, keepGood: boolean) {
    setTold(null)
    const sent = await run({ directive, rows: ready.map(rowOf), keepGood, dryRun: false })
    if (!sent) return
    const { refused, ...counts } = sent.data
    const left = Map.groupBy(refused, ({ row }) => ready[row]!.key)
    setLines(lines.filter((line) => isBlank(line) || left.has(line.key)))
    setFaults(new Map([...left].map(([key, rows]) => [key, rows.map(({ message }) => message)])))
    setTold({ ...counts, left: left.size })
  }
  return {
    lines,
    kinds,
    setKinds,
    ready,
    /** Where counts stand that cannot be sent: places from 1. */
    faulty: lines.flatMap((line, n) => (faultyKind(line) === undefined ? [] : [n + 1])),
    add,
    addBlank: (units: readonly string[]) => add(units.map((unit) => emptyLine('', unit, defaults))),
    change: (key: string, change: Partial<Line>) => {
      setLines((all) => all.map((line) => (line.key === key ? { ...line, ...change } : line)))
      setFaults((all) => new Map([...all].filter(([at]) => at !== key)))
    },
    remove: (key: string) => setLines((all) => all.filter((line) => line.key !== key)),
    faultsOf: (line: Line): readonly string[] =>
      faults.get(line.key) ?? refusedIn(problem, ready.indexOf(line)),
    send,
    isBusy,
    problem,
    reset,
    told,
  }
}

/** What the server said of the row with this number when it refused the whole sheet. */
function refusedIn(problem: unknown, row: number): string[] {
  if (!(problem instanceof ApiProblem) || row < 0) return []
  return problem.told.errors
    .filter(({ path }) => path.startsWith(`rows.${row}.`))
    .map(({ message }) => message)
}
