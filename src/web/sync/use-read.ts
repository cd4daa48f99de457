import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Contract } from '#kernel/contract.ts'
import { type ApiProblem, around, call, NoNetwork, type Sent } from './call.ts'
import { keepAnswer, recallAnswer } from './store.ts'

type Reading = {
  enabled?: boolean
  /** Kept on this device for when there is no network; wiped at sign-out. */
  offline?: boolean
}

/** `GET …:…`: what a reading is called in the cache, and by whoever wants it read again. */
export const nameOf = ({ method, path }: Pick<Contract, 'method' | 'path'>) => `${method} ${path}`

export const reading = <I, O>(contract: Contract<I, O>, input: I, offline = false) =>
  queryOptions<Sent<O>, ApiProblem | NoNetwork>({
    queryKey: [nameOf(contract), input],
    queryFn: ({ signal }) => (offline ? readOrRecall(contract, input) : call(contract, input, { signal })),
  })

/** Reads by a contract. Old answers stay on the screen (`isFetching`, `isPlaceholderData`) until new ones come. */
export function useRead<I, O>(contract: Contract<I, O>, input: I, { enabled = true, offline }: Reading = {}) {
  return useQuery({
    ...reading(contract, input, offline),
    enabled,
    select: ({ data }) => data,
    placeholderData: (old) => old,
  })
}

/** As `useRead`, with the entity tag that a later write names. */
export function useEtagRead<I, O>(
  contract: Contract<I, O>,
  input: I,
  { enabled = true, offline }: Reading = {},
) {
  return useQuery({ ...reading(contract, input, offline), enabled })
}

/** The same question has the same name, in whatever order it was put. */
const keptName = <I>(contract: Pick<Contract<I>, 'method' | 'path'>, input: I) => {
  const asked = Object.entries(input ?? {}).filter(([, value]) => value !== undefined)
  return `${nameOf(contract)} ${JSON.stringify(asked.sort(([a], [b]) => (a < b ? -1 : 1)))}`
}

async function readOrRecall<I, O>(contract: Contract<I, O>, input: I): Promise<Sent<O>> {
  const name = keptName(contract, input)
  try {
    const sent = await call(contract, input)
    // What is read for somebody else does not stay on this device
    if (around.actingFor === null) await keepAnswer(name, sent)
    return sent
  } catch (error) {
    const kept = error instanceof NoNetwork && (await recallAnswer<O>(name))
    if (kept) return kept
    throw error
  }
}
