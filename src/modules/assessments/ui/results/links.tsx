import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'

type Props = {
  round: string
  /** Code of a unit that takes part: why it stands where it stands. Left out: the ranking. */
  unit?: string
  /** Which of the results; the last when left out. */
  version?: number | undefined
  /** Code of a criterion to open. */
  open?: string
  className?: string | undefined
  children: ReactNode
}

/** Leads to a published result, or to one unit of it; the place (unit, period) is kept. */
export const ResultLink = ({ round, unit, version, open, className, children }: Props) => (
  <Link
    className={className}
    to={(unit === undefined ? '/results/$round' : '/results/$round/units/$unit') as never}
    params={{ round, unit } as never}
    search={
      ((old: { unit?: string; period?: string }) => ({
        ...keepPlace(old),
        ...(version !== undefined && { version }),
        ...(open !== undefined && { open }),
      })) as never
    }
  >
    {children}
  </Link>
)
