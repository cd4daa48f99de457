// Sends a file in pieces, so that a break costs one piece.

import { ApiProblem, headersOf, NoNetwork, send } from './call.ts'

export type FileMeta = {
  name: string
  /** Code of the unit that it belongs to, on the last day of `period`; without one, of whoever held it last. */
  unit: string
  period?: string | undefined
  takenAt?: string | null
  position?: { lat: number; lon: number; accuracyM: number } | null
}
export type FileSending = {
  /** Idempotency key of its creation: the same file again is not a second one. */
  key?: string
  /** Name at the server from an earlier attempt. */
  resume?: string | null
  onCreated?: (id: string) => unknown
  onProgress?: (sent: number, bytes: number) => void
  signal?: AbortSignal
}

const PIECE = 256 * 1_024
/** So often is a piece sent again whose answer got lost, before a better moment is waited for. */
const ATTEMPTS = 3

/** @throws ApiProblem (too large, not a kind that is taken), NoNetwork: call again with `resume`. */
export async function sendFile(
  file: Blob,
  meta: FileMeta,
  sending: FileSending = {},
): Promise<{ id: string }> {
  const { onCreated, onProgress } = sending
  const begun = await begin(file, meta, sending)
  await onCreated?.(begun.id)
  let failures = 0
  for (let at = begun.received; at < file.size; ) {
    onProgress?.(at, file.size)
    const next = await sendPiece(file, begun.id, at, sending).catch((error: unknown) => {
      failures += 1
      if (!isLost(error) || failures >= ATTEMPTS || !navigator.onLine) throw error
      return receivedOf(begun.id)
    })
    if (next > at) failures = 0
    at = next
  }
  onProgress?.(file.size, file.size)
  return { id: begun.id }
}

/** Answers how many bytes are there now. */
async function sendPiece(file: Blob, id: string, at: number, { signal }: FileSending): Promise<number> {
  const answer = await send(`/api/v1/files/${id}/content?offset=${at}`, {
    method: 'PUT',
    headers: { ...headersOf({}, false), 'content-type': 'application/octet-stream' },
    body: file.slice(at, at + PIECE),
    ...(signal && { signal }),
  })
  return received(answer)
}

/** An answer that was lost, or a place that the server is not at: it is asked where to go on. */
const isLost = (error: unknown) =>
  error instanceof NoNetwork || (error instanceof ApiProblem && error.told.code === 'file.gap')

const receivedOf = async (id: string) =>
  received(await send(`/api/v1/files/${id}`, { headers: headersOf({}, false) }))

async function received(answer: Response): Promise<number> {
  const told = (await answer.json().catch(() => {
    throw new NoNetwork()
  })) as { received: number }
  return told.received
}

async function begin(
  file: Blob,
  meta: FileMeta,
  sending: FileSending,
): Promise<{ id: string; received: number }> {
  const { resume } = sending
  if (!resume) return create(file, meta, sending)
  try {
    return { id: resume, received: await receivedOf(resume) }
  } catch (error) {
    // It was waited for too long: the server let it go, and it begins anew, under another key.
    if (!(error instanceof ApiProblem) || error.told.status !== 404) throw error
    return create(file, meta, {})
  }
}

async function create(file: Blob, meta: FileMeta, { key = crypto.randomUUID() }: FileSending) {
  const { name, unit, period, takenAt, position } = meta
  const sha256 = await hashOf(file)
  const body = JSON.stringify({
    name,
    unit,
    bytes: file.size,
    ...(sha256 && { sha256 }),
    ...(period && { period }),
    ...(takenAt && { takenAt }),
    ...(position && { position }),
  })
  const answer = await send('/api/v1/files', { method: 'POST', headers: headersOf({ key }, true), body })
  return (await answer.json().catch(() => {
    throw new NoNetwork()
  })) as { id: string; received: number }
}

/** SHA-256 in hex, by which the server knows that nothing was lost on the way; none over plain http. */
async function hashOf(file: Blob): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
