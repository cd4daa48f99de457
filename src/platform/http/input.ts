import type { Context } from 'hono'
import * as z from 'zod'
import type { Contract } from '#kernel/contract.ts'
import { faultOf } from './fault.ts'
import { InputProblem } from './problems.ts'

/** An endpoint's input, and the text of the body it was read from ('' when there was none). */
export type ReadInput<I> = { input: I; body: string }

/**
 * Path parameters, query parameters and the members of a JSON body as one object, in this order of precedence.
 * The query parameter `lang` belongs to the wrapper and is left out.
 *
 * @param raw leaves the body alone.
 * @throws input.malformed, input.mediaType, input.invalid (with one fault per field).
 */
export async function readInput<I>(c: Context, contract: Contract<I>, raw: boolean): Promise<ReadInput<I>> {
  const body = raw || contract.method === 'GET' ? '' : readText(await c.req.arrayBuffer())
  const { lang: _, ...query } = c.req.query()
  const fields = { ...query, ...readJson(body, c.req.header('content-type')), ...c.req.param() }
  if (!isStorable(fields)) throw InputProblem.malformed()

  const parsed = contract.input.safeParse(fields, { reportInput: true })
  if (!parsed.success) throw InputProblem.invalid({}, parsed.error.issues.map(faultOf))
  return { input: parsed.data, body }
}

function readText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw InputProblem.malformed()
  }
}

const JSON_TYPE = /^application\/(.+\+)?json\s*(;|$)/i
const JsonObject = z.record(z.string(), z.unknown())

function readJson(body: string, type = ''): Record<string, unknown> {
  if (body === '') return {}
  if (!JSON_TYPE.test(type)) throw InputProblem.mediaType()
  try {
    return JsonObject.parse(JSON.parse(body))
  } catch {
    throw InputProblem.malformed()
  }
}

/** The database stores neither U+0000 nor half of a surrogate pair. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([key, member]) => isStorable(key) && isStorable(member))
}
