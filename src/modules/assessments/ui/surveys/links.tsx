import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'

/** Where a page of surveys is, with the unit and the period that were chosen. */
export const toSurvey = (survey: string, part: '' | '/edit' | '/hand-out' = '') =>
  ({ to: `/surveys/$survey${part}`, params: { survey }, search: keepPlace }) as object

export const toUnit = (survey: string, unit: string) =>
  ({ to: '/surveys/$survey/units/$unit', params: { survey, unit }, search: keepPlace }) as object

export const SurveyLink = ({ to, children }: { to: object; children: ReactNode }) => (
  <Link {...(to as { to: '/' })}>{children}</Link>
)
