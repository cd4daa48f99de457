import { Button } from '@mantine/core'
import { useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { acceptDuty, type Occurrence, receiveDuty } from '../../api/duties.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { DaysDialog } from './days-dialog.tsx'
import classes from './duties.module.css'
import { PassDialog } from './pass-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { REFRESHED } from './refreshed.ts'

type Open = 'answer' | 'return' | 'extend' | 'withdraw' | 'pass' | 'state-days'
/** What takes a dialog, in the order of the buttons: what ends first, what goes on last. */
const DIALOGS = [
  'withdraw',
  'pass',
  'state-days',
  'extend',
  'return',
  'answer',
] as const satisfies readonly Open[]

/** What this person may do with an occurrence, at the foot; the server says what that is. */
export function DutyActs({ duty, etag }: { duty: Occurrence; etag: string | undefined }) {
  const { t } = useWords()
  const [open, setOpen] = useState<Open | null>(null)
  const receive = useWrite(receiveDuty, { refreshes: REFRESHED })
  const accept = useWrite(acceptDuty, { refreshes: REFRESHED })
  const may = (act: Occurrence['may'][number]) => duty.may.includes(act)
  const mayReceive = may('receive') && duty.steps.received === null
  const close = () => setOpen(null)
  const problem = receive.problem ?? accept.problem
  if (!mayReceive && ![...DIALOGS, 'accept' as const].some(may)) return null
  return (
    <>
      {problem && <ErrorNote problem={problem} />}
      <section className={classes.foot} aria-label={t('app.duties.acts')}>
        {mayReceive && (
          <Button variant="default" loading={receive.isBusy} onClick={() => receive.run({ id: duty.id })}>
            {t('app.duties.receive')}
          </Button>
        )}
        {DIALOGS.filter(may).map((act) => (
          <Button
            key={act}
            variant={act === 'answer' && !may('accept') ? 'filled' : 'default'}
            onClick={() => setOpen(act)}
          >
            {t(`app.duties.${act}`)}
          </Button>
        ))}
        {may('accept') && (
          <Button loading={accept.isBusy} onClick={() => accept.run({ id: duty.id }, { ifMatch: etag })}>
            {t('app.duties.accept')}
          </Button>
        )}
      </section>
      {open === 'answer' && <AnswerDialog duty={duty} etag={etag} onClose={close} />}
      {open === 'state-days' && <DaysDialog duty={duty} etag={etag} onClose={close} />}
      {open === 'pass' && <PassDialog duty={duty} onClose={close} />}
      {(open === 'return' || open === 'extend' || open === 'withdraw') && (
        <ReasonDialog act={open} duty={duty} etag={etag} onClose={close} />
      )}
    </>
  )
}
