import { useNavigate, useSearch } from '@tanstack/react-router'
import { useSelection } from '#web/kit/selection.ts'
import { useRead } from '#web/sync/use-read.ts'
import { getRound, listRounds, type RoundArea, type RoundLine } from '../../api/rounds.ts'

/** What the verifier looks at; it stands in the address. */
export type Place = { round?: string; area?: string; cell?: string }

/** Rounds in which something can be verified now, the areas of the chosen one, and which is open. */
export function useVerify() {
  const { unit } = useSelection()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const go = useNavigate()
  const enabled = unit !== null
  const verify = useRead(listRounds, { unit: unit ?? '', state: 'verify', limit: 100 }, { enabled })
  const explain = useRead(listRounds, { unit: unit ?? '', state: 'explain', limit: 100 }, { enabled })
  const rounds: RoundLine[] | undefined = verify.data &&
    explain.data && [...verify.data.rounds, ...explain.data.rounds]
  const text = (name: keyof Place) => (search[name] === undefined ? undefined : String(search[name]))
  const asked = text('round')
  const id = rounds?.find((one) => one.id === asked)?.id ?? rounds?.[0]?.id
  const read = useRead(getRound, { round: id ?? '' }, { enabled: id !== undefined })
  const round = read.data?.id === id ? read.data : undefined
  const areas = round?.areas.filter(({ mayVerify }) => mayVerify)
  const area = areas?.find(({ code }) => code === text('area')) ?? busiest(areas)
  return {
    unit,
    rounds,
    round,
    areas,
    area,
    cell: text('cell'),
    problem: verify.error ?? explain.error ?? read.error,
    retry: () => Promise.all([verify.refetch(), explain.refetch(), id ? read.refetch() : null]),
    ask: (change: { [K in keyof Place]?: Place[K] | undefined }) =>
      go({ to: '.', search: (old: object) => ({ ...old, ...change }), replace: true } as never),
  }
}

/** The area with most to verify. */
const busiest = (areas: readonly RoundArea[] | undefined): RoundArea | undefined =>
  areas?.reduce<RoundArea | undefined>(
    (most, one) => (!most || one.waiting > most.waiting ? one : most),
    undefined,
  )
