import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** From page to page the unit and the period stay, and nothing else. */
export const keepPlace = ({ unit, period }: { unit?: string; period?: string }) => ({
  ...(unit && { unit }),
  ...(period && { period }),
})

/** Properties of a link, or of a button that is one, to a page of this area. */
export const linkTo = (to: string, params: Record<string, string> = {}) =>
  ({ to, params, search: keepPlace }) as { to: never; params: never; search: never }

/** Opens a grading. */
export const GradingLink = ({ id, children }: { id: string; children: ReactNode }) => (
  <Link {...linkTo('/gradings/$grading', { grading: id })}>{children}</Link>
)

/** Opens one subject's sheet. */
export const SheetLink = ({
  grading,
  subject,
  children,
}: {
  grading: string
  subject: string
  children: ReactNode
}) => <Link {...linkTo('/gradings/$grading/subjects/$subject', { grading, subject })}>{children}</Link>
