import * as z from 'zod'
import { type Contract, FileAnswer } from '#kernel/contract.ts'
import { SESSION_COOKIE } from '#platform/auth/cookie.ts'
import { type Lang, type Translate, translator } from '#platform/i18n/translate.ts'
import type { Endpoint } from './endpoint.ts'
import { hoistDefinitions } from './openapi-definitions.ts'
import { ProblemBody } from './problem-body.ts'

type Schema = { properties?: Record<string, object>; required?: string[]; [keyword: string]: unknown }
type Parameter = { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: object }

/** The OpenAPI 3.1 description of all endpoints, made from their contracts; its texts are in `lang`. */
export function openApi(endpoints: readonly Endpoint[], lang: Lang): object {
  const t = translator(lang)
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) {
    const { path, method } = endpoint.contract
    const address = path.replace(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [method.toLowerCase()]: describe(endpoint, t) }
  }
  const { part, schemas } = hoistDefinitions(paths)
  return {
    openapi: '3.1.0',
    info: { title: t('openapi.title'), description: t('openapi.description'), version: '1' },
    servers: [{ url: '/' }],
    paths: part,
    components: {
      schemas: { Problem: jsonSchema(ProblemBody, 'output'), ...schemas },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE } },
    },
  }
}

function describe(endpoint: Endpoint, t: Translate): object {
  const { contract, access } = endpoint
  const input = jsonSchema(contract.input, 'input')
  const inPath = [...contract.path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
  const inQuery = contract.method === 'GET' || (endpoint.kind === 'write' && endpoint.body === 'raw')
  const rest = without(input, inPath)
  const queryNames = inQuery ? Object.keys(rest.properties ?? {}) : []

  return {
    operationId: contract.summary.replace(/^summary\./, ''),
    summary: t(contract.summary),
    ...(access === 'anyone' ? { security: [] } : { security: [{ session: [] }] }),
    ...(typeof access === 'object' && { 'x-permission': access.may }),
    parameters: [
      ...inPath.map((name) => parameter(input, name, 'path')),
      ...queryNames.map((name) => parameter(input, name, 'query')),
      ...keyParameter(endpoint),
    ],
    ...bodyOf(endpoint, rest, inQuery),
    responses: { ...answerOf(contract, t), ...refusals(endpoint, t), default: refusal(t('openapi.refused')) },
  }
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest as Schema
}

function without(schema: Schema, names: readonly string[]): Schema {
  const kept = Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name))
  const required = schema.required?.filter((name) => !names.includes(name)) ?? []
  const { required: _, ...rest } = schema
  return { ...rest, properties: Object.fromEntries(kept), ...(required.length > 0 && { required }) }
}

function parameter(input: Schema, name: string, place: 'path' | 'query'): Parameter {
  const required = place === 'path' || (input.required?.includes(name) ?? false)
  return { name, in: place, required, schema: input.properties?.[name] ?? { type: 'string' } }
}

function keyParameter(endpoint: Endpoint): Parameter[] {
  if (endpoint.kind === 'read' || endpoint.access === 'anyone' || endpoint.body === 'raw') return []
  const required = endpoint.idempotency === 'required'
  return [{ name: 'Idempotency-Key', in: 'header', required, schema: { type: 'string', maxLength: 255 } }]
}

function bodyOf(endpoint: Endpoint, schema: Schema, inQuery: boolean): object {
  if (endpoint.kind === 'write' && endpoint.body === 'raw')
    return { requestBody: { required: true, content: { '*/*': {} } } }
  if (inQuery || Object.keys(schema.properties ?? {}).length === 0) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

const EMPTY = new Set(['undefined', 'void'])

function answerOf({ output }: Contract, t: Translate): Record<string, object> {
  if (output === FileAnswer) return { 200: { description: t('status.200'), content: { '*/*': {} } } }
  if (EMPTY.has(output.def.type)) return { 204: { description: t('status.204') } }
  const schema = jsonSchema(output, 'output')
  return { 200: { description: t('status.200'), content: { 'application/json': { schema } } } }
}

function refusals({ access }: Endpoint, t: Translate): Record<string, object> {
  const statuses = access === 'anyone' ? [400] : access === 'signed-in' ? [400, 401] : [400, 401, 403]
  return Object.fromEntries(statuses.map((status) => [status, refusal(t(`status.${status}`))]))
}

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})
