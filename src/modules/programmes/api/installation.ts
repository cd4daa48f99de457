import * as z from 'zod'
import { contract } from '#kernel/contract.ts'

export const showInstallation = contract({
  method: 'GET',
  path: '/api/v1/installation',
  summary: 'summary.installation.show',
  input: z.object({}),
  output: z.object({
    /** What is here was invented for trying the software. */
    demo: z.boolean(),
    /** The year to open first: the last one with programmes or targets, else the one before this. */
    period: z.string(),
  }),
})
