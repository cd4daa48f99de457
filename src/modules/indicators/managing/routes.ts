import type { Contract } from '#kernel/contract.ts'
import { type Endpoint, type Place, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/definitions.ts'
import { defineForm, readForm } from './define-forms.ts'
import { defineIndicator, readDefinitions } from './define-indicators.ts'
import { tryFormula } from './try-formula.ts'

/** Definitions are everybody's: who changes them must hold that everywhere. */
const everywhere = async (): Promise<Place> => 'everywhere'
const ACCESS = { may: 'definition.change', at: everywhere } as const

const indicatorWrite = (
  contract: Contract<api.IndicatorInput, api.IndicatorAnswer>,
  how: 'create' | 'change',
): Endpoint =>
  write(contract, {
    access: ACCESS,
    idempotency: 'required',
    async handle({ tx, input, audit }) {
      const { before, after } = await defineIndicator(tx, input, how)
      const details = { before: before ? definitionOf(before) : null, after: definitionOf(after) }
      await audit({ action: 'definition.change', subject: `indicator:${after.code}`, details })
      return after
    },
  })

/** Without what only stands behind it. */
const definitionOf = ({ use: _, forms: _forms, neededBy: _needed, ...rest }: api.IndicatorAnswer) => rest

const formWrite = (
  contract: Contract<api.FormInput, api.FormDefinition>,
  how: 'create' | 'change',
): Endpoint =>
  write(contract, {
    access: ACCESS,
    idempotency: 'required',
    async handle({ tx, input, audit }) {
      const { before, after } = await defineForm(tx, input, how)
      const details = { before: before ?? null, after }
      await audit({ action: 'definition.change', subject: `form:${after.form}`, details })
      return after
    },
  })

/** What is measured and asked is public knowledge, as the figures are. */
export const definitionEndpoints: Endpoint[] = [
  read(api.listIndicators, {
    access: 'anyone',
    handle: async ({ db }) => ({ indicators: await readDefinitions(db) }),
  }),
  read(api.getForm, { access: 'anyone', handle: ({ db, input }) => readForm(db, input.form) }),
  read(api.tryFormula, {
    access: 'anyone',
    handle: ({ db, input, today }) => tryFormula(db, input, today),
  }),
  indicatorWrite(api.createIndicator, 'create'),
  indicatorWrite(api.changeIndicator, 'change'),
  formWrite(api.createForm, 'create'),
  formWrite(api.changeForm, 'change'),
]
