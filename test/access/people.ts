import type { Persona } from '../persona.ts'

export const PEOPLE = [
  'administrator',
  'office',
  'verifier',
  'officer',
  'collector',
  'leader',
  'auditor',
  'nobody',
] as const satisfies readonly Persona[]
type Person = (typeof PEOPLE)[number]

/**
 * Who may make a call. `may` names people (`office verifier`), or `anyone`, or `signed-in` for all but `nobody`.
 * `{unit}` in `call` is filled in with a unit inside or outside the subtree; a call without it names no place.
 */
export type Row = [endpoint: string, call: string, may: string, body?: object]

export function peopleOf(may: string): Set<Person> {
  if (may === 'anyone') return new Set(PEOPLE)
  if (may === 'signed-in') return new Set(PEOPLE.filter((person) => person !== 'nobody'))
  const named = may.split(' ').filter((word) => word !== '')
  const unknown = named.filter((word) => !PEOPLE.some((person) => person === word))
  if (unknown.length > 0) throw new Error(`${unknown} is nobody's name`)
  return new Set(named as Person[])
}
