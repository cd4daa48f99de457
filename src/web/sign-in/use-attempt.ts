import { useState } from 'react'
import { ApiProblem, NoNetwork } from '#web/sync/call.ts'
import { NotShown } from './passkey.ts'

/** Runs one step at a time and keeps what went wrong. Nothing is tried twice by itself: attempts are counted. */
export function useAttempt() {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | NoNetwork | null>(null)
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    setBusy(true)
    setProblem(null)
    try {
      return await work()
    } catch (error) {
      if (error instanceof ApiProblem || error instanceof NoNetwork) setProblem(error)
      else if (!(error instanceof NotShown)) throw error
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { attempt, isBusy, problem, setProblem }
}
