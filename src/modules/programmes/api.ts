import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { BordersInput } from '#modules/indicators/api.ts'
import { FiguresAnswer } from './schema.ts'

const Asked = z.object({
  period: z.string().min(1),
  unit: z.string().min(1).optional(),
  borders: BordersInput.default('then'),
})

export const getFigures = contract({
  method: 'GET',
  path: '/api/v1/figures',
  summary: 'summary.figure.list',
  input: Asked,
  output: FiguresAnswer,
})

export const getLineage = contract({
  method: 'GET',
  path: '/api/v1/lineage/:key',
  summary: 'summary.figure.lineage',
  input: Asked.extend({ key: z.string() }),
  output: z.looseObject({ key: z.string().nullable(), indicator: z.string(), value: z.string().nullable() }),
})
