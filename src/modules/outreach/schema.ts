// The nouns of outreach: how a committee's word reaches people, and whom.

import * as z from 'zod'

/**
 * How people are reached. `story`: on the public pages. Stories are never typed in: what publishes them tells of them
 * (`registerOutreach`).
 */
export const OUTREACH_FORMS = ['meeting', 'loudspeaker', 'post', 'print', 'contest', 'story'] as const
export const OutreachForm = z.enum(OUTREACH_FORMS)
export type OutreachForm = z.infer<typeof OutreachForm>

/** The forms that people record. */
export const RECORDED_FORMS = ['meeting', 'loudspeaker', 'post', 'print', 'contest'] as const
export const RecordedForm = z.enum(RECORDED_FORMS)
export type RecordedForm = z.infer<typeof RecordedForm>

/**
 * What activities come to. `reached` adds up the people of those activities that say how many; `told` is how many say
 * so: without it the sum would look complete.
 */
export const OutreachCount = z.object({ activities: z.int(), reached: z.int(), told: z.int() })
export type OutreachCount = z.infer<typeof OutreachCount>
