import * as z from 'zod'

/**
 * One HTTP operation as data: the server implements it, the workspace calls it, OpenAPI lists it.
 * `input` receives path parameters, query parameters and the members of a JSON body in one object.
 */
export type Contract<I = unknown, O = unknown> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Hono notation: `/api/v1/reports/:form/:unit/:period`. */
  path: `/${string}`
  /** i18n key of the one-line summary in OpenAPI. */
  summary: string
  input: z.ZodType<I>
  output: z.ZodType<O>
}

/** Only helps inference. */
export const contract = <I, O>(c: Contract<I, O>): Contract<I, O> => c

/** A file as an answer, in the place of JSON. */
export type Download = {
  /** For people, with its ending: `Biểu CCHC 2021.xlsx`. */
  name: string
  mediaType: string
  /** How many, where that is known before the last one. */
  bytes?: number
  content: Uint8Array | AsyncIterable<Uint8Array>
  /** A browser may show it in its place; otherwise it is saved. */
  isShown?: boolean
}

/** The `output` of an operation that answers with a file. A browser opens its address instead of calling it. */
export const FileAnswer = z.custom<Download>((value) => typeof value === 'object' && value !== null)
