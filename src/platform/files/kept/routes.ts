import { randomUUID } from 'node:crypto'
import { extname } from 'node:path'
import type { Download } from '#kernel/contract.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type HttpRequest, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api.ts'
import { hasContent, readContent, readWhole } from './content.ts'
import { IMAGES } from './kind.ts'
import { COPY_TYPE, drawCopy } from './picture.ts'
import { FileProblem } from './problems.ts'
import { takePiece } from './receive-piece.ts'
import { countUnfinished, findFile, insertFile, type KeptFile } from './store.ts'

/**
 * The number of the unit that holds this code on the last day of `period`, or holds it last; undefined when there is
 * none. What a unit is, is another module's business.
 */
export type FindUnit = (db: Db, code: string, period: string | undefined) => Promise<number | undefined>

/** More than anybody sends at a time; a full outbox after a month without a network has fewer. */
const MAX_UNFINISHED = 200

export const fileEndpoints = (findUnit: FindUnit): Endpoint[] => [
  createFile(findUnit),
  write(api.sendFilePiece, {
    access: { may: 'file.add', at: (db, { id }) => placeOf(db, id) },
    body: 'raw',
    receive: ({ http }) => readPiece(http),
    async handle({ tx, input, received: content, actor, now, audit, keepPart, discard, refuse }) {
      // Whoever began a file sends it: nobody else knows its bytes.
      const begun = await getFile(tx, input.id)
      if (begun.createdBy !== actor.name) throw FileProblem.notFound()
      const taken = await takePiece(tx, { ...input, content }, now)
      if (taken.kind === 'refused') return refuse(taken.problem)
      const { file, kind } = taken
      if (kind === 'known') discard()
      if (kind === 'going-on') keepPart()
      if (kind === 'complete') await audit({ action: 'file.add', ...subjectOf(file) })
      return { id: file.id, received: file.received }
    },
  }),
  read(api.getFile, {
    access: { may: 'file.read', at: (db, { id }) => placeOf(db, id) },
    handle: async ({ db, input }) => tell(await getFile(db, input.id)),
  }),
  read(api.getFileContent, {
    access: { may: 'file.read', at: (db, { id }) => placeOf(db, id) },
    async handle({ db, input: { id, copy } }) {
      const file = await getFile(db, id)
      if (!file.isComplete)
        throw FileProblem.incomplete({ received: String(file.received), bytes: String(file.bytes) })
      return copy === undefined ? original(db, file) : copyOf(db, file, copy)
    },
  }),
]

const createFile = (findUnit: FindUnit): Endpoint => {
  const unitOf = async (db: Db, { unit, period }: { unit: string; period?: string | undefined }) => {
    const id = await findUnit(db, unit, period)
    if (id === undefined) throw FileProblem.unitNotFound({ unit })
    return id
  }
  return write(api.createFile, {
    access: { may: 'file.add', at: async (db, input) => ({ unit: await unitOf(db, input) }) },
    idempotency: 'required',
    async handle({ tx, input, actor, now, keepPart }) {
      const count = await countUnfinished(tx, actor.name)
      if (count >= MAX_UNFINISHED) throw FileProblem.tooManyUnfinished({ count })
      const id = randomUUID()
      const { name, bytes, sha256 = null, takenAt, position = null } = input
      const about = { name: cleanName(name), bytes, sha256, position }
      const file = {
        id,
        unitId: await unitOf(tx, input),
        takenAt: takenAt ? new Date(takenAt) : null,
        ...about,
      }
      await insertFile(tx, file, actor.name, now)
      keepPart()
      return { id, received: 0 }
    },
  })
}

async function getFile(db: Db, id: string): Promise<KeptFile> {
  const file = await findFile(db, id)
  if (!file) throw FileProblem.notFound()
  return file
}

const placeOf = async (db: Db, id: string) => ({ unit: (await getFile(db, id)).unitId })

/** A name is shown and offered for saving: no way into a folder, nothing that cannot be seen. */
const cleanName = (name: string) => name.normalize('NFC').replace(/[\p{C}/\\]/gu, '_')

async function readPiece(http: HttpRequest): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of http.body() ?? new Blob().stream()) {
    bytes += part.length
    if (bytes > api.MAX_PIECE_BYTES)
      throw FileProblem.pieceTooLarge({ megabytes: api.MAX_PIECE_BYTES / 1024 / 1024 })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const original = (db: Db, { id, name, bytes, mediaType }: KeptFile): Download => ({
  name,
  mediaType: mediaType === 'text/csv' ? 'text/csv; charset=utf-8' : mediaType!,
  bytes,
  content: readContent(db, id, 'original'),
  isShown: IMAGES.has(mediaType!),
})

/** The copy that was made, or one drawn for this answer while none is made yet. */
async function copyOf(db: Db, file: KeptFile, copy: api.FileCopy): Promise<Download> {
  if (!IMAGES.has(file.mediaType!)) throw FileProblem.noCopy({ name: file.name })
  const content = (await hasContent(db, file.id, copy))
    ? await readWhole(db, file.id, copy)
    : await drawCopy(await readWhole(db, file.id, 'original'), copy).catch(() => {
        throw FileProblem.picture({ name: file.name })
      })
  const name = `${file.name.slice(0, file.name.length - extname(file.name).length)}.webp`
  return { name, mediaType: COPY_TYPE, content, isShown: true }
}

const tell = (file: KeptFile): api.FileState => ({
  id: file.id,
  name: file.name,
  bytes: file.bytes,
  received: file.received,
  isComplete: file.isComplete,
  mediaType: file.mediaType,
  sha256: file.sha256,
  width: file.width,
  height: file.height,
  takenAt: file.takenAt?.toISOString() ?? null,
  position: file.position,
  addedBy: file.createdBy,
  addedAt: file.createdAt.toISOString(),
})

const subjectOf = ({ id, unitId, name, bytes, sha256, mediaType, takenAt, position }: KeptFile) => ({
  subject: `file:${id}`,
  unitId,
  details: { name, bytes, sha256, mediaType, takenAt: takenAt?.toISOString() ?? null, position },
})
