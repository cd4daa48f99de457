import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportAnswer } from '#platform/imports/api.ts'
import { ApiProblem, headersOf, NoNetwork, send } from '#web/sync/call.ts'

/** A form as a workbook, or a table whose header says what it holds. */
export type Kind = 'workbook' | 'table'
export type Choices = { conflicts: 'refuse' | 'keep' | 'replace'; submit: boolean }

/** What is on the screen: nothing, what would change, or what has changed. */
export type Import = {
  file: File | null
  answer: ImportAnswer | null
  isBusy: boolean
  problem: ApiProblem | NoNetwork | null
}

const NOTHING: Import = { file: null, answer: null, isBusy: false, problem: null }

/** One file on its way in: looked at first, written when a person says so. */
export function useImport(kind: Kind) {
  const client = useQueryClient()
  const [now, setNow] = useState(NOTHING)

  async function run(file: File, dryRun: boolean, choices: Choices): Promise<void> {
    setNow((old) => ({ ...old, file, isBusy: true, problem: null }))
    try {
      const answer = await post(file, kind, dryRun, choices)
      if (!answer.dryRun) await client.invalidateQueries()
      setNow({ file, answer, isBusy: false, problem: null })
    } catch (error) {
      if (!(error instanceof ApiProblem || error instanceof NoNetwork)) throw error
      setNow({ file, answer: null, isBusy: false, problem: error })
    }
  }
  return { ...now, run, clear: () => setNow(NOTHING) }
}

async function post(file: File, kind: Kind, dryRun: boolean, choices: Choices): Promise<ImportAnswer> {
  const query = new URLSearchParams({
    dryRun: String(dryRun),
    ...(kind === 'workbook' && {
      format: 'workbook',
      conflicts: choices.conflicts,
      submit: String(choices.submit),
    }),
  })
  const sent = send(`/api/v1/imports?${query}`, { method: 'POST', ...named(file) })
  const answer = await sent.then((response) => response.json(), answerWithin)
  return answer as ImportAnswer
}

/** A refused file is answered with its rows, not with a problem: something changed since it was looked at. */
function answerWithin(error: unknown): unknown {
  if (error instanceof ApiProblem && 'rejected' in error.told) return error.told
  throw error
}

/** As a form: the name goes along, which tells between formats and is shown to people. */
function named(file: File): Pick<RequestInit, 'headers' | 'body'> {
  const body = new FormData()
  body.append('file', file, file.name)
  return { headers: headersOf({}, false), body }
}

/** The same workbook with every bad cell marked, saved by the browser. @throws ApiProblem, NoNetwork */
export async function downloadMarked(file: File, { conflicts }: Choices): Promise<void> {
  const answer = await send(`/api/v1/workbooks/marked?conflicts=${conflicts}`, {
    method: 'POST',
    ...named(file),
  })
  saveAs(await answer.blob(), file.name.replace(/(\.xlsx)?$/i, ' (!).xlsx'))
}

export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
