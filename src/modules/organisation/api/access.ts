// Who may sign in, which roles they hold where, and who acts for whom.

import * as z from 'zod'
import { contract } from '#kernel/contract.ts'
import { DayInput } from '#kernel/day.ts'

const path = '/api/v1/accounts'
const OpenDay = z.string().nullable()
const Username = z.string().min(1).max(200)
const DisplayName = z.string().trim().min(1).max(200)
const Email = z.email().max(254)

export const GrantTold = z.object({
  id: z.int(),
  role: z.string(),
  /** As it is called now, or was last; null: everywhere. */
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  field: z.string().nullable(),
  validFrom: OpenDay,
  validTo: OpenDay,
  /** `claims`: it follows from what another sign-in service says, and is not changed by hand. */
  source: z.enum(['hand', 'claims']),
})
export type GrantTold = z.infer<typeof GrantTold>

const Name = z.object({ username: z.string(), displayName: z.string().nullable() })
export const DelegationTold = z.object({
  id: z.int(),
  from: Name,
  to: Name,
  validFrom: z.string(),
  validTo: z.string(),
})
export type DelegationTold = z.infer<typeof DelegationTold>

/** `email` is told to whoever is in charge of the account. */
export const AccountTold = z.object({
  ...Name.shape,
  email: z.string().nullable(),
  isDisabled: z.boolean(),
  grants: z.array(GrantTold),
})
export type AccountTold = z.infer<typeof AccountTold>

export const listAccounts = contract({
  method: 'GET',
  path,
  summary: 'summary.account.list',
  input: z.object({
    text: z.string().max(200).optional(),
    /** The last name of the page before. */
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ accounts: z.array(AccountTold.omit({ email: true })), after: z.string().nullable() }),
})

/** `isInCharge`: the caller may change it, since they hold the power for each role that it holds. */
export const showAccount = contract({
  method: 'GET',
  path: `${path}/:username`,
  summary: 'summary.account.show',
  input: z.object({ username: Username }),
  output: AccountTold.extend({ isInCharge: z.boolean(), delegations: z.array(DelegationTold) }),
})

const GrantInput = z.object({
  role: z.string().max(40),
  /** A unit's code; null: everywhere. */
  unit: z.string().max(100).nullable(),
  field: z.string().trim().min(1).max(100).nullable().optional(),
  validFrom: DayInput.optional(),
  validTo: DayInput.optional(),
})
export type GrantInput = z.infer<typeof GrantInput>

/** An account with its first role. The person chooses another password when they first sign in. */
export const addAccount = contract({
  method: 'POST',
  path,
  summary: 'summary.account.add',
  input: GrantInput.extend({
    username: Username,
    displayName: DisplayName,
    email: Email.nullable().optional(),
    password: z.string().max(1_000),
  }),
  output: z.object({ username: z.string() }),
})

export const changeAccount = contract({
  method: 'PUT',
  path: `${path}/:username`,
  summary: 'summary.account.change',
  input: z.object({ username: Username, displayName: DisplayName.nullable(), email: Email.nullable() }),
  output: z.undefined(),
})

export const setAccountPassword = contract({
  method: 'PUT',
  path: `${path}/:username/password`,
  summary: 'summary.account.password',
  input: z.object({ username: Username, password: z.string().max(1_000) }),
  output: z.undefined(),
})

export const disableAccount = contract({
  method: 'PUT',
  path: `${path}/:username/disabled`,
  summary: 'summary.account.disable',
  input: z.object({ username: Username, isDisabled: z.boolean() }),
  output: z.undefined(),
})

export const addGrant = contract({
  method: 'POST',
  path: `${path}/:username/grants`,
  summary: 'summary.grant.add',
  input: GrantInput.extend({ username: Username }),
  output: z.object({ id: z.int() }),
})

/** `lastDay` without a value: yesterday. A grant that never held is removed. */
export const endGrant = contract({
  method: 'POST',
  path: '/api/v1/grants/:id/end',
  summary: 'summary.grant.end',
  input: z.object({ id: z.coerce.number().int(), lastDay: DayInput.optional() }),
  output: z.undefined(),
})

/** Roles that there are, by name; `mayGive`: the caller holds the power to give it somewhere. */
export const listRoles = contract({
  method: 'GET',
  path: '/api/v1/roles',
  summary: 'summary.role.list',
  input: z.object({}),
  output: z.object({
    roles: z.array(z.object({ role: z.string(), name: z.string(), mayGive: z.boolean() })),
  }),
})

/** Delegations to and from the caller that hold or will hold. */
export const listDelegations = contract({
  method: 'GET',
  path: '/api/v1/delegations',
  summary: 'summary.delegation.list',
  input: z.object({}),
  output: z.object({ given: z.array(DelegationTold), received: z.array(DelegationTold) }),
})

/** `from` without a value is the caller; anybody else's is for whoever is in charge of that account. */
export const addDelegation = contract({
  method: 'POST',
  path: '/api/v1/delegations',
  summary: 'summary.delegation.add',
  input: z.object({
    from: Username.optional(),
    to: Username,
    validFrom: DayInput.optional(),
    validTo: DayInput,
  }),
  output: z.object({ id: z.int() }),
})

export const endDelegation = contract({
  method: 'POST',
  path: '/api/v1/delegations/:id/end',
  summary: 'summary.delegation.end',
  input: z.object({ id: z.coerce.number().int() }),
  output: z.undefined(),
})

/** Roles that follow from what another sign-in service says of a person: whose `claim` is or holds `value`. */
export const ClaimRule = z.object({
  claim: z.string().min(1).max(100),
  value: z.string().min(1).max(200),
  role: z.string().max(40),
  /** A unit's code; null: everywhere. */
  unit: z.string().max(100).nullable(),
  field: z.string().trim().min(1).max(100).nullable(),
})
const ClaimRules = z.object({ rules: z.array(ClaimRule).max(2_000) })

export const listClaimRules = contract({
  method: 'GET',
  path: '/api/v1/claim-rules',
  summary: 'summary.claimRule.list',
  input: z.object({}),
  output: ClaimRules,
})

/** Replaces all rules. Each takes effect when a person next signs in there. */
export const setClaimRules = contract({
  method: 'PUT',
  path: '/api/v1/claim-rules',
  summary: 'summary.claimRule.set',
  input: ClaimRules,
  output: z.undefined(),
})
