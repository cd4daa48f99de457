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
