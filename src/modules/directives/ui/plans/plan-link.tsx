import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { keepPlace } from '../register/directive-link.tsx'

/** Opens a plan; unit and period stay. */
export const PlanLink = ({ id, children }: { id: string; children: ReactNode }) => (
  <Link to={'/plans/$id' as never} params={{ id } as never} search={keepPlace as never}>
    {children}
  </Link>
)
