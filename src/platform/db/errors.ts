// The database has the last word on what may stand in it. When it refuses, the name of the violated constraint says
// which rule of the trade was broken; the module that named the constraint says which Problem that is.

import { Problem } from '#platform/http/problem.ts'

/** What both engines tell about a refused statement. */
export type DatabaseRefusal = Error & { code: string; constraint?: string; table?: string; detail?: string }

const problems = new Map<string, (refusal: DatabaseRefusal) => Problem>()

/** Registered by a module beside its SQL: constraint name -> its Problem. */
export function onConstraint(name: string, problem: (refusal: DatabaseRefusal) => Problem): void {
  if (problems.has(name)) throw new Error(`The constraint ${name} already has its problem`)
  problems.set(name, problem)
}

/** The Problem that a thrown value stands for, if it is one or a module has registered its constraint. */
export function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (!isRefusal(error) || !error.constraint) return undefined
  return problems.get(error.constraint)?.(error)
}

/** True for an error that the database itself raised (it has an SQLSTATE). */
export function isRefusal(error: unknown): error is DatabaseRefusal {
  return error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))
}
