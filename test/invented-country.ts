// Small countries that never were, for tests: a few provinces and communes through a few reforms, told as
// rows.

import fc from 'fast-check'
import { addDays, type Day, OPEN_END, OPEN_START } from '#kernel/day.ts'
import type { Identity } from '#modules/organisation/rules/identity.ts'
import { plan } from '#modules/organisation/rules/plan.ts'
import { buildSuccession } from '#modules/organisation/rules/succession.ts'
import { buildTree } from '#modules/organisation/rules/tree.ts'
import type { State, SuccessionKind, SuccessionRow } from '#modules/organisation/schema.ts'

export const REFORMS: readonly Day[] = ['2022-03-01', '2023-07-01', '2024-01-01', '2025-07-01']
/** A day before, between and after the reforms. */
export const DAYS: readonly Day[] = ['2022-02-28', ...REFORMS, '2026-12-31']

export type Country = { states: State[]; successions: SuccessionRow[] }

type Unit = { code: string; name: string; kind: string; parentCode: string | null; since: Day }
const ACTS = [
  'merge',
  'reuse',
  'absorb',
  'split',
  'transfer',
  'rename',
  'retype',
  'recode',
  'move',
  'abolish',
  'none',
] as const
type Act = { kind: (typeof ACTS)[number]; pick: number; other: number; third: number; share: number | null }

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(...ACTS),
  pick: fc.nat(99),
  other: fc.nat(99),
  third: fc.nat(99),
  share: fc.option(fc.integer({ min: 1, max: 99 })),
})

/** Two provinces with three communes each, and up to three acts of the legislator in each reform. */
export const country: fc.Arbitrary<Country> = fc
  .array(fc.array(act, { maxLength: 3 }), { minLength: REFORMS.length, maxLength: REFORMS.length })
  .map(live)

function live(reforms: readonly (readonly Act[])[]): Country {
  const living = new Map<string, Unit>()
  const told: Country = { states: [], successions: [] }
  for (const parentCode of ['1', '2']) {
    begin(living, {
      code: parentCode,
      name: `Tỉnh ${parentCode}`,
      kind: 'tỉnh',
      parentCode: null,
      since: OPEN_START,
    })
    for (const n of ['1', '2', '3'])
      begin(living, {
        code: `${parentCode}${n}`,
        name: `Xã ${parentCode}${n}`,
        kind: 'xã',
        parentCode,
        since: OPEN_START,
      })
  }
  reforms.forEach((acts, i) => {
    reform(living, told, REFORMS[i]!, acts)
  })
  for (const unit of living.values()) told.states.push(stateOf(unit, OPEN_END))
  return told
}

function begin(living: Map<string, Unit>, unit: Unit): void {
  living.set(unit.code, unit)
}

/** Each commune is touched once in a reform, and no code is taken that another one holds that day. */
function reform(living: Map<string, Unit>, told: Country, date: Day, acts: readonly Act[]): void {
  const free = [...living.values()].filter((unit) => unit.parentCode !== null)
  const take = (n: number): Unit | undefined => free.splice(n % Math.max(free.length, 1), 1)[0]
  const end = (unit: Unit) => {
    told.states.push(stateOf(unit, addDays(date, -1)))
    living.delete(unit.code)
  }
  const pass = (from: Unit, newCode: string, kind: SuccessionKind, share: string | null) =>
    told.successions.push({ oldCode: from.code, newCode, date, share, kind, basis: `NQ ${date}` })
  const parts = ({ share }: Act) =>
    share === null ? ([null, null] as const) : ([`0.${pad(share)}`, `0.${pad(100 - share)}`] as const)

  acts.forEach((what, n) => {
    const unit = take(what.pick)
    if (!unit) return
    const fresh = `${unit.parentCode}${date.slice(2, 4)}${n}`
    const change = (part: Partial<Unit>) => {
      end(unit)
      begin(living, { ...unit, since: date, ...part })
    }
    const other = ['merge', 'reuse', 'absorb', 'split', 'transfer'].includes(what.kind)
      ? take(what.other)
      : undefined
    const [first, second] = parts(what)

    if (what.kind === 'rename') change({ name: `${unit.name} mới` })
    else if (what.kind === 'retype') change({ kind: 'phường' })
    else if (what.kind === 'move') change({ parentCode: unit.parentCode === '1' ? '2' : '1' })
    else if (what.kind === 'abolish') end(unit)
    else if (what.kind === 'recode') {
      change({ code: fresh })
      pass(unit, fresh, 'unchanged', '1')
    } else if (what.kind === 'split') {
      change({ name: `${unit.name} còn lại` })
      begin(living, { ...unit, code: fresh, since: date })
      pass(unit, unit.code, 'split', first)
      pass(unit, fresh, 'split', second)
    } else if (other && (what.kind === 'merge' || what.kind === 'reuse')) {
      const code = what.kind === 'merge' ? fresh : unit.code
      end(unit)
      end(other)
      begin(living, { ...unit, code, since: date })
      pass(unit, code, 'merge', '1')
      pass(other, code, 'merge', '1')
    } else if (other && what.kind === 'absorb') {
      end(other)
      pass(other, unit.code, 'absorb', '1')
    } else if (other && what.kind === 'transfer') pass(unit, other.code, 'transfer', first)
  })
}

const pad = (n: number): string => String(n).padStart(2, '0')

function stateOf({ since, ...unit }: Unit, to: Day): State {
  return { hierarchy: 'state', nameEn: null, altNames: null, ...unit, from: since, to }
}

/** A country as the rules see it: ids are places in the list of identities, from 1. */
export function settle({ states, successions }: Country) {
  const { identities, placed, resolved, refused } = plan(
    { units: [], states: [], successions: [] },
    states,
    successions,
  )
  const ids = new Map(identities.map((identity, i) => [identity, i + 1]))
  const id = (identity: Identity | null) => (identity === null ? null : ids.get(identity)!)
  const lives = new Map(identities.map(({ from, to }, i) => [i + 1, { beginsOn: from, endsOn: to }]))
  const links = resolved.map((r) => ({ ...r, from: ids.get(r.from)!, into: ids.get(r.into)! }))
  const standings = placed.map((s) => ({ ...s, unit: ids.get(s.unit)!, parent: id(s.parent) }))
  const rows = placed.map(({ unit, parent, from, to, ...state }) => ({
    ...state,
    id: ids.get(unit)!,
    parentId: id(parent),
    validFrom: from,
    validTo: to,
  }))
  const treeOn = (day: Day) =>
    buildTree(
      day,
      'state',
      rows.filter((row) => row.validFrom <= day && day <= row.validTo),
    )
  /** The unit that held a code on a day. */
  const unitOn = (code: string, day: Day): number => {
    const row = rows.find((one) => one.code === code && one.validFrom <= day && day <= one.validTo)
    if (!row) throw new Error(`Nobody holds ${code} on ${day}`)
    return row.id
  }
  return {
    refused,
    identities,
    placed,
    standings,
    succession: buildSuccession(lives, links, standings),
    treeOn,
    unitOn,
  }
}

type Told = Partial<State> & { code: string }
/** A state for a test, with what it leaves out: a commune at the root, for ever. */
export const state = ({ code, from, to, ...rest }: Told): State => ({
  hierarchy: 'state',
  code,
  name: `Xã ${code}`,
  nameEn: null,
  altNames: null,
  kind: 'xã',
  parentCode: null,
  ...rest,
  from: from ?? OPEN_START,
  to: to ?? OPEN_END,
})
/** `A > B transfer 0.3`, on the day of the great reform; without a number the share is unknown. */
export function passes(text: string, date: Day = '2025-07-01'): SuccessionRow {
  const [oldCode, , newCode, kind, share = null] = text.split(' ') as [
    string,
    string,
    string,
    SuccessionKind,
    string?,
  ]
  return { oldCode, newCode, date, share, kind, basis: null }
}
