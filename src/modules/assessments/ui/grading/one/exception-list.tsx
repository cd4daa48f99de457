import { Button } from '@mantine/core'
import { useState } from 'react'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { withdrawException } from '../../../api/grade-exceptions.ts'
import type { GradeException } from '../../../api/grade-shapes.ts'
import type { Grading } from '../../../api/gradings.ts'
import { REFRESHED } from '../refreshed.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import classes from './subjects.module.css'

type Props = { grading: Grading; etag: string | undefined }

/** Quotas that were raised: for whom, to what, by whom, on which paper, why. */
export function ExceptionList({ grading, etag }: Props) {
  const { t, number, day } = useWords()
  const [leaving, setLeaving] = useState<GradeException | null>(null)
  const { run, isBusy, problem } = useWrite(withdrawException, {
    refreshes: REFRESHED,
    onDone: () => setLeaving(null),
  })
  return (
    <Section title={t('app.quota.exceptions')}>
      <ul className={classes.exceptions}>
        {grading.exceptions.map((one) => (
          <li key={one.id}>
            <b>
              {one.key || t('app.quota.everybody')}: {number(one.percent)} %
            </b>
            <span>{t('app.quota.by', { approver: one.approver, paper: one.number, day: day(one.on) })}</span>
            <q>{one.reason}</q>
            {grading.may.includes('exception') && (
              <Button variant="subtle" size="xs" onClick={() => setLeaving(one)}>
                {t('app.quota.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leaving && (
        <ReasonDialog
          title={t('app.quota.withdraw')}
          isBusy={isBusy}
          problem={problem}
          onReason={(reason) => run({ grading: grading.id, id: leaving.id, reason }, { ifMatch: etag })}
          onClose={() => setLeaving(null)}
        />
      )}
    </Section>
  )
}
