import type * as z from 'zod'

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
