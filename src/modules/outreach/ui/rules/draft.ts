import type { Activity, ActivityInput } from '../../api/outreach.ts'
import { RECORDED_FORMS, type RecordedForm } from '../../schema.ts'

/** An activity as it is typed: what is empty is ''. */
export type Draft = {
  unit: string
  form: RecordedForm
  subject: string
  heldOn: string
  place: string
  reached: string
  programme: string | null
  directive: { id: string; number: string; excerpt: string } | null
}

export const emptyDraft = (unit: string, today: string): Draft => ({
  unit,
  form: 'meeting',
  subject: '',
  heldOn: today,
  place: '',
  reached: '',
  programme: null,
  directive: null,
})

export const draftOf = (activity: Activity): Draft => ({
  unit: activity.unit.code,
  form: RECORDED_FORMS.find((form) => form === activity.form) ?? 'meeting',
  subject: activity.subject,
  heldOn: activity.heldOn,
  place: activity.place,
  reached: activity.reached === null ? '' : String(activity.reached),
  programme: activity.programme?.slug ?? null,
  directive: activity.directive,
})

/** What is still missing or wrong, by field; nothing: it can be sent. A blank number of people is not known, and not 0. */
export function draftFaults(
  draft: Draft,
  today: string,
): Partial<Record<keyof Draft, 'missing' | 'future' | 'number'>> {
  return {
    ...(draft.unit === '' && { unit: 'missing' }),
    ...(draft.subject.trim() === '' && { subject: 'missing' }),
    ...(draft.heldOn === '' ? { heldOn: 'missing' } : draft.heldOn > today && { heldOn: 'future' }),
    ...(readPeople(draft.reached) === undefined && { reached: 'number' }),
  }
}

/** `1.250` and `1250` people; null: nothing typed; undefined: not a number of people. */
export function readPeople(text: string): number | null | undefined {
  const typed = text.trim()
  if (typed === '') return null
  if (!/^(\d{1,9}|\d{1,3}([.,]\d{3}){1,2})$/.test(typed)) return undefined
  const people = Number(typed.replace(/[.,]/g, ''))
  return people <= 100_000_000 ? people : undefined
}

/** What is sent of a draft without faults. */
export const inputOf = (id: string, draft: Draft): ActivityInput => ({
  id,
  unit: draft.unit,
  form: draft.form,
  subject: draft.subject.trim(),
  heldOn: draft.heldOn,
  place: draft.place.trim(),
  reached: readPeople(draft.reached) ?? null,
  programme: draft.programme,
  directive: draft.directive?.id ?? null,
})
