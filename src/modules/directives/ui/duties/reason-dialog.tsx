import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { DayField } from '#web/kit/day-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { extendDuty, type Occurrence, returnDuty, withdrawOccurrence } from '../../api/duties.ts'
import classes from './duties.module.css'
import { REFRESHED } from './refreshed.ts'

type Props = {
  act: 'return' | 'extend' | 'withdraw'
  duty: Occurrence
  etag: string | undefined
  onClose(): void
}

/** Returning, extending and withdrawing each say why; an extension also until when. */
export function ReasonDialog({ act, duty, etag, onClose }: Props) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const [dueOn, setDueOn] = useState('')
  const writing = { refreshes: REFRESHED, onDone: onClose }
  const back = useWrite(returnDuty, writing)
  const extend = useWrite(extendDuty, writing)
  const withdraw = useWrite(withdrawOccurrence, writing)
  const { isBusy, problem } = { return: back, extend, withdraw }[act]
  const errorOf = fieldErrors(problem)
  const { id } = duty
  const send = () => {
    const how = { ifMatch: etag }
    if (act === 'extend') extend.run({ id, reason, dueOn }, how)
    else if (act === 'return') back.run({ id, reason }, how)
    else withdraw.run({ id, reason }, how)
  }
  return (
    <Confirm
      opened
      danger={act !== 'extend'}
      title={t(`app.duties.${act}.title`, { unit: duty.unit.name })}
      action={t(`app.duties.${act}`)}
      isBusy={isBusy}
      disabled={reason.trim() === '' || (act === 'extend' && dueOn === '')}
      onConfirm={send}
      onClose={onClose}
    >
      <div className={classes.form}>
        {act === 'extend' && (
          <DayField
            required
            label={t('app.duties.extend.day')}
            value={dueOn}
            error={errorOf('dueOn')}
            onChange={setDueOn}
          />
        )}
        <Textarea
          required
          autosize
          minRows={3}
          maxLength={2_000}
          label={t('app.duties.reason')}
          value={reason}
          error={errorOf('reason')}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Confirm>
  )
}
