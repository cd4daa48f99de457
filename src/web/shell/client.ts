import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from '#web/sync/call.ts'

/** What the server refused is refused again; what got no answer is tried twice more. */
export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      networkMode: 'always', // what was kept on the device is read without a network
      retry: (failures, error) => !(error instanceof ApiProblem) && navigator.onLine && failures < 2,
      retryDelay: 400,
    },
    mutations: { networkMode: 'always' },
  },
})
