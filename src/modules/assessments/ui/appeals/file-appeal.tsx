import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { fileAppeal, getAppeal, listAppeals } from '../../api/appeals.ts'
import classes from './appeals.module.css'

type Props = {
  round: string
  unit: { code: string; name: string }
  /** Left out: the result as a whole. */
  criterion?: { code: string; name: string } | undefined
  /** The last day on which it is taken; null: none is. */
  until: string | null
}

/** For the unit itself, within the window; nobody else sees the button. */
export function FileAppeal({ round, unit, criterion, until }: Props) {
  const { t, day } = useWords()
  const mayFile = useMe().permissions.some(
    ({ permission, units }) =>
      permission === 'appeal.file' && (units === 'everywhere' || units.includes(unit.code)),
  )
  const [isOpen, setOpen] = useState(false)
  const [claim, setClaim] = useState('')
  const { run, isBusy, problem } = useWrite(fileAppeal, {
    refreshes: [getAppeal, listAppeals],
    onDone: () => {
      setOpen(false)
      setClaim('')
    },
  })
  if (until === null || dayOf(new Date()) > until || !mayFile) return null
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('app.appeals.file')}
      </Button>
      <Confirm
        opened={isOpen}
        title={t('app.appeals.file')}
        action={t('app.appeals.send')}
        isBusy={isBusy}
        disabled={claim.trim() === ''}
        onConfirm={() =>
          run({
            round,
            unit: unit.code,
            claim: claim.trim(),
            ...(criterion && { criterion: criterion.code }),
          })
        }
        onClose={() => setOpen(false)}
      >
        <p className={classes.said}>
          <b>{criterion ? `${criterion.code} ${criterion.name}` : t('app.appeals.whole')}</b> · {unit.name}
        </p>
        <p className={classes.said}>{t('app.appeals.fileMeans', { day: day(until) })}</p>
        <Textarea
          autosize
          required
          minRows={4}
          maxRows={12}
          maxLength={2_000}
          label={t('app.appeals.claim')}
          value={claim}
          onChange={({ currentTarget: { value } }) => setClaim(value)}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
      </Confirm>
    </>
  )
}
