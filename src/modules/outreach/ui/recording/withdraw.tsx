import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { type Activity, countOutreach, listActivities, withdrawActivity } from '../../api/outreach.ts'
import classes from '../outreach.module.css'

type Props = { activity: Activity; onDone(): void; onBack(): void }

/** Takes back what was recorded by mistake. It stays in the log, with the reason. */
export function Withdraw({ activity, onDone, onBack }: Props) {
  const { t, day } = useWords()
  const [reason, setReason] = useState('')
  const { run, isBusy, problem } = useWrite(withdrawActivity, {
    refreshes: [listActivities, countOutreach],
    onDone,
  })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') run({ id: activity.id, reason })
      }}
    >
      <p>{t('app.outreach.withdraw.says', { subject: activity.subject, day: day(activity.heldOn) })}</p>
      <Textarea
        required
        autosize
        minRows={2}
        maxLength={500}
        label={t('app.outreach.reason')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {problem && <ErrorNote problem={problem} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onBack}>
          {t('app.outreach.back')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={reason.trim() === ''}>
          {t('app.outreach.withdraw')}
        </Button>
      </Group>
    </form>
  )
}
