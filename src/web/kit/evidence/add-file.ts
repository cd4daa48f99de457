// A file on its way in: sent at once, or kept on this device until there is a network.

import { MAX_FILE_BYTES } from '#platform/files/api.ts'
import { NoNetwork } from '#web/sync/call.ts'
import { sendFile } from '#web/sync/files.ts'
import { keepFile } from '#web/sync/outbox.ts'

/** Kinds that the server takes; it looks at the bytes all the same. */
export const ACCEPTED = '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.odt,.ods,.csv'

export const isTooLarge = (file: Blob) => file.size > MAX_FILE_BYTES

export type Where = { unit: string; period?: string | undefined }

/** Answers the name by which a report calls the file: the server's, or one that stands for it until it is sent. */
export async function addFile(
  file: File,
  where: Where,
  onProgress: (sent: number, bytes: number) => void,
): Promise<string> {
  const position = isFresh(file) ? await findPosition() : null
  const meta = { name: file.name, ...where, takenAt: new Date(file.lastModified).toISOString(), position }
  try {
    if (!navigator.onLine) throw new NoNetwork()
    return (await sendFile(file, meta, { onProgress })).id
  } catch (error) {
    if (!(error instanceof NoNetwork)) throw error
    const { period, ...rest } = meta
    return keepFile({ blob: file, ...rest, ...(period && { period }) })
  }
}

const FRESH_MS = 10 * 60_000
/** A photo of this moment: where this device is, is where it was taken. */
const isFresh = (file: File) =>
  file.type.startsWith('image/') &&
  Date.now() - file.lastModified < FRESH_MS &&
  matchMedia('(pointer: coarse)').matches

const PATIENCE_MS = 6_000

function findPosition(): Promise<{ lat: number; lon: number; accuracyM: number } | null> {
  if (!navigator.geolocation) return Promise.resolve(null)
  return new Promise((resolve) =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lon: coords.longitude, accuracyM: coords.accuracy }),
      () => resolve(null),
      { timeout: PATIENCE_MS, maximumAge: FRESH_MS, enableHighAccuracy: true },
    ),
  )
}
