import { dayOf } from '#kernel/day.ts'
import { findAddresses } from '#platform/auth/contact.ts'
import type { House } from '#platform/db/house.ts'
import type { Job } from '#platform/jobs/job.ts'
import { deliverMails } from '#platform/mail/deliver.ts'
import { composeMails } from './notices/compose.ts'
import { gatherNews } from './notices/gather.ts'
import { remind } from './notices/remind.ts'
import { remindDuties } from './notices/remind-duties.ts'
import type { RoleMay } from './notices/role-may.ts'
import { tellJudged } from './notices/tell-judged.ts'
import { freshSince } from './rules/mail-time.ts'
import { tidyReminders } from './store/duty-news.ts'
import { tidyNotices } from './store/notices.ts'

const DAY_MS = 86_400_000
/** Notices that were read are kept for a year; what they were about stays in the audit log. */
const KEPT_DAYS = 365

/** What makes notices and mails them; `roleMay` says what a role may do. */
export const workJobs = (roleMay: RoleMay): Job[] => [
  {
    name: 'notice.gather',
    when: { everySeconds: 5 },
    run: (house) => tellNews(house, roleMay, new Date()),
  },
  {
    name: 'notice.remind',
    when: { cron: '5 * * * *' },
    async run(house) {
      await house.transact((tx) => remind(tx, roleMay, new Date()))
      await house.transact((tx) => remindDuties(tx, roleMay, new Date()))
      await house.transact((tx) => tellJudged(tx, roleMay, new Date()))
    },
  },
  {
    name: 'notice.mail',
    when: { everySeconds: 30 },
    async run(house) {
      await composeMails(house, new Date())
      await deliverMails(house, findAddresses)
    },
  },
  {
    name: 'notice.tidy',
    when: { cron: '40 2 * * *' },
    async run(house) {
      const now = new Date()
      const forget = new Date(now.getTime() - KEPT_DAYS * DAY_MS)
      await house.transact((tx) => tidyNotices(tx, { stale: freshSince(now), forget }))
      await house.transact((tx) => tidyReminders(tx, dayOf(now)))
    },
  },
]

/** Reads the audit log to its end, a stretch at a time. */
export async function tellNews(house: House, roleMay: RoleMay, now: Date): Promise<void> {
  while ((await house.transact((tx) => gatherNews(tx, roleMay, now))) > 0);
}
