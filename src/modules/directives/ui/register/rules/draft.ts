// What is typed about a directive, on its way to the register. Pure.

import type { Day } from '#kernel/day.ts'
import type { Directive, DirectiveInput } from '../../../api/register.ts'

/** As the fields hold it: '' is nothing. */
export type DirectiveDraft = {
  number: string
  type: string
  unit: string
  /** Somebody outside this installation issued it. */
  isOutside: boolean
  issuer: string
  issuedOn: Day | ''
  excerpt: string
  signer: string
  validFrom: Day | ''
  validTo: Day | ''
  implements: string[]
  amends: string[]
  replaces: string[]
  files: string[]
}

export const emptyDraft = (unit: string): DirectiveDraft => ({
  number: '',
  type: '',
  unit,
  isOutside: false,
  issuer: '',
  issuedOn: '',
  excerpt: '',
  signer: '',
  validFrom: '',
  validTo: '',
  implements: [],
  amends: [],
  replaces: [],
  files: [],
})

/** The draft of what the register holds. */
export function draftOf(held: Directive): DirectiveDraft {
  const ids = (links: readonly { id: string }[]) => links.map(({ id }) => id)
  const isOutside = held.issuerCode === null
  return {
    number: held.number,
    type: held.type,
    unit: held.keeper.code,
    isOutside,
    // A unit that is called otherwise on paper keeps that name
    issuer: isOutside || held.issuer !== held.keeper.name ? held.issuer : '',
    issuedOn: held.issuedOn,
    excerpt: held.excerpt,
    signer: held.signer ?? '',
    validFrom: held.validFrom === held.issuedOn ? '' : held.validFrom,
    validTo: held.validTo ?? '',
    implements: ids(held.links.implements),
    amends: ids(held.links.amends),
    replaces: ids(held.links.replaces),
    files: ids(held.files),
  }
}

/** What is sent; null while something that must be there is missing. */
export function inputOf(draft: DirectiveDraft): DirectiveInput | null {
  const { isOutside, issuedOn, signer, validFrom, validTo, ...rest } = draft
  const issuer = draft.issuer.trim()
  const needed = [draft.number, draft.type, draft.unit, issuedOn, draft.excerpt]
  if (needed.some((text) => text.trim() === '') || (isOutside && issuer === '')) return null
  return {
    ...rest,
    issuer: isOutside ? issuer : null,
    issuerName: !isOutside && issuer !== '' ? issuer : null,
    issuedOn,
    signer: signer.trim() || null,
    validFrom: validFrom || null,
    validTo: validTo || null,
    classification: '',
  }
}
