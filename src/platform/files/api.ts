import * as z from 'zod'
import { contract, FileAnswer } from '#kernel/contract.ts'
import { parsePeriod } from '#kernel/period.ts'

/** No evidence file is larger. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024
/** No single piece of an upload is larger; on a weak network smaller ones lose less. */
export const MAX_PIECE_BYTES = 1024 * 1024

/** Where a photo was taken, as the device said; degrees, and metres around. */
export const FilePosition = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  accuracyM: z.number().min(0).max(1e7),
})
export type FilePosition = z.infer<typeof FilePosition>

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Bytes received so far: the next piece begins there. */
export const FileProgress = z.object({ id: z.string(), received: z.int() })

export const createFile = contract({
  method: 'POST',
  path: '/api/v1/files',
  summary: 'summary.file.create',
  input: z.object({
    name: z.string().trim().min(1).max(200),
    bytes: z.int().min(1).max(MAX_FILE_BYTES),
    /** Of all bytes, hex; compared when the last piece has come. */
    sha256: Sha256.optional(),
    /** Code of the unit that it is evidence of, as of today or of the last day of `period`. */
    unit: z.string(),
    period: z
      .string()
      .refine((code) => parsePeriod(code) !== null)
      .optional(),
    takenAt: z.iso.datetime({ offset: true }).optional(),
    position: FilePosition.optional(),
  }),
  output: FileProgress,
})

export const sendFilePiece = contract({
  method: 'PUT',
  path: '/api/v1/files/:id/content',
  summary: 'summary.file.send',
  input: z.object({ id: z.string(), offset: z.coerce.number().int().min(0).default(0) }),
  output: FileProgress,
})

const Copy = z.enum(['public', 'small'])
export type FileCopy = z.infer<typeof Copy>

export const getFileContent = contract({
  method: 'GET',
  path: '/api/v1/files/:id/content',
  summary: 'summary.file.content',
  /** `public`: an image drawn anew, without what its camera wrote into it. `small`: the same, for lists. */
  input: z.object({ id: z.string(), copy: Copy.optional() }),
  output: FileAnswer,
})

/** A file as people see it. What is only known once all pieces are there is null before. */
export const FileState = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.int(),
  received: z.int(),
  isComplete: z.boolean(),
  mediaType: z.string().nullable(),
  /** Of the bytes as they came, hex. */
  sha256: z.string().nullable(),
  /** Pixels; null for what is no image. */
  width: z.int().nullable(),
  height: z.int().nullable(),
  takenAt: z.string().nullable(),
  position: FilePosition.nullable(),
  addedBy: z.string(),
  addedAt: z.string(),
})
export type FileState = z.infer<typeof FileState>

export const getFile = contract({
  method: 'GET',
  path: '/api/v1/files/:id',
  summary: 'summary.file.get',
  input: z.object({ id: z.string() }),
  output: FileState,
})
