import { createHash } from 'node:crypto'
import type { Tx } from '#platform/db/db.ts'
import type { Problem } from '#platform/http/problem.ts'
import { appendContent, deleteContent, readWhole } from './content.ts'
import { IMAGES, kindOf } from './kind.ts'
import { isTooLarge, MAX_MEGAPIXELS, measurePicture } from './picture.ts'
import { FileProblem } from './problems.ts'
import { deleteFile, type KeptFile, markComplete, noteReceived, takeFile } from './store.ts'

export type Piece = { id: string; offset: number; content: Uint8Array }

/**
 * What became of a piece. `refused`: the whole is not what was announced or not a kind that is taken; what was
 * received is gone, and the transaction has to be kept all the same.
 */
export type Taken =
  | { kind: 'going-on' | 'complete' | 'known'; file: KeptFile }
  | { kind: 'refused'; problem: Problem }

/**
 * Takes a piece of a file. What is there already is passed over, so that a piece may come twice, or overlap with the
 * one before; the last one completes the file.
 *
 * @throws file.notFound, file.gap when pieces before it are missing, file.tooLong
 */
export async function takePiece(tx: Tx, piece: Piece, now: Date): Promise<Taken> {
  const file = await takeFile(tx, piece.id)
  if (!file) throw FileProblem.notFound()
  const { received, bytes } = file
  const end = piece.offset + piece.content.length
  if (end > bytes) throw FileProblem.tooLong({ bytes: String(bytes) })
  if (piece.offset > received) throw FileProblem.gap({ received: String(received) })
  if (file.isComplete || end <= received) return { kind: 'known', file }

  await appendContent(tx, file.id, 'original', received, piece.content.subarray(received - piece.offset))
  await noteReceived(tx, file.id, end, now)
  const grown = { ...file, received: end }
  return end === bytes ? complete(tx, grown, now) : { kind: 'going-on', file: grown }
}

async function complete(tx: Tx, file: KeptFile, now: Date): Promise<Taken> {
  const content = await readWhole(tx, file.id, 'original')
  const sha256 = createHash('sha256').update(content).digest('hex')
  if (file.sha256 !== null && file.sha256 !== sha256) {
    // Somewhere on the way a bit was lost: it may be sent once more from the beginning.
    await deleteContent(tx, file.id)
    await noteReceived(tx, file.id, 0, now)
    return { kind: 'refused', problem: FileProblem.different() }
  }
  const judged = await judge(file.name, content)
  if ('problem' in judged) {
    await deleteFile(tx, file.id)
    return { kind: 'refused', problem: judged.problem }
  }
  const proved = { sha256, ...judged }
  await markComplete(tx, file.id, proved, now)
  return { kind: 'complete', file: { ...file, ...proved, isComplete: true } }
}

type Judged = { mediaType: string; width: number | null; height: number | null } | { problem: Problem }

async function judge(name: string, content: Buffer): Promise<Judged> {
  const mediaType = await kindOf(content)
  if (mediaType === null) return { problem: FileProblem.kind({ name }) }
  if (!IMAGES.has(mediaType)) return { mediaType, width: null, height: null }
  const size = await measurePicture(content)
  if (!size) return { problem: FileProblem.picture({ name }) }
  if (isTooLarge(size)) return { problem: FileProblem.pictureTooLarge({ megapixels: MAX_MEGAPIXELS }) }
  return { mediaType, ...size }
}
