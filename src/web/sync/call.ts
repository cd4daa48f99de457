import type { Contract } from '#kernel/contract.ts'
import type { Tongue } from '#kernel/number-text.ts'
import { actedForHere, actFor } from './acting-for.ts'

/** How the server refused: RFC 9457, with the sentence in the reader's language. */
export type ProblemTold = {
  status: number
  code: string
  title: string
  detail: string
  errors: { path: string; message: string }[]
}

export class ApiProblem extends Error {
  readonly told: ProblemTold
  constructor(told: ProblemTold) {
    super(told.detail)
    this.told = told
  }
}
/** The request got no answer: no network, or a connection that broke before the answer came. */
export class NoNetwork extends Error {}

export type Sent<O> = { data: O; etag: string | null }
export type Sending = { key?: string | undefined; ifMatch?: string | undefined; signal?: AbortSignal }

/** What goes with every request: the language, and whom the person acts for. */
export const around: { lang: Tongue; actingFor: string | null } = { lang: 'vi', actingFor: actedForHere() }

export const call = <I, O>(contract: Contract<I, O>, input: I, sending: Sending = {}): Promise<Sent<O>> =>
  request<O>(contract.method, contract.path, input, sending)

/** Path parameters go into the path, the rest into the query or, when something is written, the JSON body. */
export async function request<O>(
  method: Contract['method'],
  path: string,
  input: unknown,
  { key, ifMatch, signal }: Sending = {},
): Promise<Sent<O>> {
  const rest = new Map(Object.entries(input ?? {}).filter(([, value]) => value !== undefined))
  const address = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest.get(name)
    rest.delete(name)
    return encodeURIComponent(String(value))
  })
  const reads = method === 'GET' || method === 'DELETE'
  const query = new URLSearchParams([...rest].map(([name, value]) => [name, String(value)])).toString()
  const answer = await send(reads && query ? `${address}?${query}` : address, {
    method,
    ...(signal && { signal }),
    headers: headersOf({ key, ifMatch }, !reads),
    ...(!reads && { body: JSON.stringify(Object.fromEntries(rest)) }),
  })
  return {
    data: (answer.status === 204 ? undefined : await body(answer)) as O,
    etag: answer.headers.get('etag'),
  }
}

/** A request outside the contracts (files): same headers, same failures. */
export async function send(address: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(address, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error
    throw new NoNetwork()
  })
  if (answer.ok) return answer
  const problem = await told(answer)
  // The delegation has ended: from now on the person works as themselves
  if (problem.code === 'access.delegationNotHeld') actFor(null)
  throw new ApiProblem(problem)
}

export const headersOf = ({ key, ifMatch }: Sending, json: boolean): Record<string, string> => ({
  'accept-language': around.lang,
  ...(json && { 'content-type': 'application/json' }),
  ...(key && { 'idempotency-key': key }),
  ...(ifMatch && { 'if-match': ifMatch }),
  ...(around.actingFor && { 'songma-acting-for': encodeURIComponent(around.actingFor) }),
})

/** An answer that breaks off before its end is no answer. */
const body = (answer: Response) =>
  answer.json().catch(() => {
    throw new NoNetwork()
  })

async function told(answer: Response): Promise<ProblemTold> {
  const text = await answer.json().catch(() => ({}))
  const { status, statusText } = answer
  return { code: `http.${status}`, title: statusText, detail: statusText, errors: [], ...text, status }
}
