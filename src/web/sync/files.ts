// Sends a file in pieces, so that a break costs one piece.

import { headersOf, send } from './call.ts'

export type FileMeta = {
  name: string
  /** Code of the unit that it belongs to. */
  unit: string
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

/** @throws ApiProblem (too large, not a kind that is taken), NoNetwork: call again with `resume`. */
export async function sendFile(
  file: Blob,
  meta: FileMeta,
  sending: FileSending = {},
): Promise<{ id: string }> {
  const { signal, onCreated, onProgress } = sending
  const begun = await begin(file, meta, sending)
  await onCreated?.(begun.id)
  for (let at = begun.received; at < file.size; at += PIECE) {
    await send(`/api/v1/files/${begun.id}/content?offset=${at}`, {
      method: 'PUT',
      headers: { ...headersOf({}, false), 'content-type': 'application/octet-stream' },
      body: file.slice(at, at + PIECE),
      ...(signal && { signal }),
    })
    onProgress?.(Math.min(at + PIECE, file.size), file.size)
  }
  return { id: begun.id }
}

async function begin(
  file: Blob,
  meta: FileMeta,
  { resume, key = crypto.randomUUID() }: FileSending,
): Promise<{ id: string; received: number }> {
  if (resume) return (await send(`/api/v1/files/${resume}`, { headers: headersOf({}, false) })).json()
  const { name, unit, takenAt, position } = meta
  const body = JSON.stringify({
    name,
    unit,
    bytes: file.size,
    ...(takenAt && { takenAt }),
    ...(position && { position }),
  })
  const answer = await send('/api/v1/files', {
    method: 'POST',
    headers: headersOf({ key }, true),
    body,
  })
  return answer.json()
}
