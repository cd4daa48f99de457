import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Contract } from '#kernel/contract.ts'
import { ApiProblem, call, NoNetwork, type Sent } from './call.ts'
import { nameOf } from './use-read.ts'

type Writing<O> = {
  /** Readings that the write makes old. */
  refreshes?: readonly Pick<Contract, 'method' | 'path'>[]
  onDone?: (sent: Sent<O>) => void
}

const ATTEMPTS = 3

/**
 * Writes by a contract, now: for decisions, which need a network. Tries again when no answer comes, under the same
 * key, so that it is done once. `problem` is what the server said, or NoNetwork; `run` answers undefined then.
 */
export function useWrite<I, O>(contract: Contract<I, O>, { refreshes = [], onDone }: Writing<O> = {}) {
  const client = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | NoNetwork | null>(null)
  const attempt = useRef<{ body: string; key: string } | null>(null)

  async function run(input: I, { ifMatch }: { ifMatch?: string | undefined } = {}) {
    setBusy(true)
    setProblem(null)
    const body = JSON.stringify([input, ifMatch])
    // The same content after a lost answer is the same write
    if (attempt.current?.body !== body) attempt.current = { body, key: crypto.randomUUID() }
    try {
      const sent = await persist(() => call(contract, input, { key: attempt.current!.key, ifMatch }))
      attempt.current = null
      const old = new Set(refreshes.map(nameOf))
      await client.invalidateQueries({ predicate: ({ queryKey }) => old.has(String(queryKey[0])) })
      onDone?.(sent)
      return sent
    } catch (error) {
      if (!(error instanceof NoNetwork)) attempt.current = null
      if (!(error instanceof ApiProblem || error instanceof NoNetwork)) throw error
      setProblem(error)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { run, isBusy, problem, reset: () => setProblem(null) }
}

async function persist<O>(work: () => Promise<O>, left = ATTEMPTS): Promise<O> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NoNetwork) || left <= 1 || !navigator.onLine) throw error
    return persist(work, left - 1)
  }
}
