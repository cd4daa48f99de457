import { useQuery, useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { showInstallation } from '#modules/programmes/api/installation.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { ApiProblem, around } from '#web/sync/call.ts'
import { openOutbox } from '#web/sync/outbox.ts'
import { wakeSender } from '#web/sync/sender.ts'
import { personHere, setPersonHere } from '#web/sync/store.ts'
import { sessionReading } from '#web/sync/use-me.ts'
import { reading } from '#web/sync/use-read.ts'
import { router } from './router.tsx'

const SignInPage = lazy(() =>
  import('#web/sign-in/sign-in-page.tsx').then((m) => ({ default: m.SignInPage })),
)

/** Knows who is there: the sign-in page, or the workspace of the person. */
export function App() {
  const { lang } = useWords()
  around.lang = lang
  const client = useQueryClient()
  const session = useQuery({ ...sessionReading(), staleTime: 60_000 })
  const isStranger = session.error instanceof ApiProblem && session.error.told.status === 401
  const begin = async (username: string) => {
    await setPersonHere(username)
    client.clear()
    await session.refetch()
  }
  if (isStranger)
    return (
      <Suspense>
        <SignInPage onSignedIn={begin} />
      </Suspense>
    )
  if (session.data) return <Workspace person={session.data.data.username} />
  return session.isError ? <ErrorNote problem={session.error} retry={() => session.refetch()} /> : null
}

function Workspace({ person }: { person: string }) {
  const isReady = useOutboxOf(person)
  return isReady && <RouterProvider router={router} />
}

function useOutboxOf(person: string): boolean {
  const client = useQueryClient()
  const [ready, setReady] = useState<string | null>(null)
  useEffect(() => {
    const visit = { isOver: false }
    const begin = async () => {
      if (personHere() !== person) {
        await setPersonHere(person)
        // Who is here is kept for the next start, which may be without a network
        await client.fetchQuery({ ...sessionReading(), staleTime: 0 })
      }
      // What every screen asks for is there before the first one
      const first = client.ensureQueryData(reading(showInstallation, {}, true)).catch(() => undefined)
      await Promise.all([openOutbox(wakeSender), first])
      if (visit.isOver) return
      setReady(person)
      wakeSender()
    }
    begin()
    window.addEventListener('online', wakeSender)
    return () => {
      visit.isOver = true
      window.removeEventListener('online', wakeSender)
    }
  }, [person, client])
  return ready === person
}
