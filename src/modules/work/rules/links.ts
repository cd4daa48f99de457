// Where a job is done: addresses in the workspace, under /app. The same in a list, in a notice and in mail.

type About = { form: string; period: string; unit: string | null }

const query = (values: Record<string, string | null>): string => {
  const given = Object.entries(values).filter((one): one is [string, string] => one[1] !== null)
  return given.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}

/** The sheet of a form, for a unit or (null) for those that the reader last looked at. */
export const sheetLink = ({ form, period, unit }: About): string =>
  `/reports/${encodeURIComponent(form)}?${query({ unit, period })}`

/** A report as its verifier opens it. */
export const checkLink = ({ form, period, unit }: About): string => `/check?${query({ form, unit, period })}`

/** Which units have sent a form, and which have not. */
export const boardLink = ({ form, period, unit }: About): string => `/board?${query({ form, unit, period })}`

/** Where the figures of a period are compared with their targets. */
export const programmeLink = (programme: string | null, unit: string, period: string): string =>
  `${programme === null ? '/programmes' : `/programmes/${encodeURIComponent(programme)}`}?${query({ unit, period })}`

/** One unit's occurrence of a duty; without it, the directive that asks, with all its duties. */
export const dutyLink = ({ id, directive }: { id: string | null; directive: { id: string } }): string =>
  id === null ? `/directives/${directive.id}` : `/duties/${id}`

/** A unit's scoring sheet, the verifier's queue, the table of the council; a grading; an appeal. */
export function assessmentLink({ step, id, unit, keeper, period }: AssessmentAbout): string {
  const at = `?${query({ unit: unit ?? keeper, period })}`
  if (step === 'score' || step === 'explain')
    return unit === null ? `/rounds/${id}${at}` : `/rounds/${id}/units/${encodeURIComponent(unit)}${at}`
  if (step === 'verify' || step === 'review')
    return `/verify?${query({ unit: keeper, period, round: `${id}` })}`
  if (step === 'move') return `/rounds/${id}${at}`
  if (step === 'published')
    return unit === null ? `/results/${id}${at}` : `/results/${id}/units/${encodeURIComponent(unit)}${at}`
  if (step === 'graded') return '/my-record'
  if (step === 'conclude') return `/rounds/${id}/table${at}`
  return ['assign', 'resolve', 'answered'].includes(step) ? `/appeals/${id}${at}` : `/gradings/${id}${at}`
}

type AssessmentAbout = { step: string; id: number; unit: string | null; keeper: string; period: string }

/** Where a notice leads: to the duty, or to the report. */
export function noticeLink(notice: {
  kind: string
  form: { code: string } | null
  period: string | null
  duty: Parameters<typeof dutyLink>[0] | null
  judged: { step: string; id: number; keeper: string } | null
  unit: { code: string } | null
  units: number
}): string {
  const { kind, form, period, duty, judged, units } = notice
  if (duty) return dutyLink(duty)
  if (judged && period !== null) return assessmentLink({ ...judged, unit: notice.unit?.code ?? null, period })
  if (!form || period === null) return '/'
  const about = { form: form.code, period, unit: notice.unit?.code ?? null }
  if (kind === 'check') return checkLink(about)
  return about.unit === null && units > 1 ? boardLink(about) : sheetLink(about)
}
