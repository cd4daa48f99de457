import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { CascadeJudgement } from '../../../rules/cascade.ts'
import type { changesOf } from './target-draft.ts'
import classes from './targets.module.css'

type Props = {
  judged: CascadeJudgement
  changes: ReturnType<typeof changesOf>
  problem: unknown
  isBusy: boolean
  onSave(reason: string): void
  onReset(): void
}

/** Says what remains and what would be saved; what is in force is changed only with a reason. */
export function SaveBar({ judged, changes, problem, isBusy, onSave, onReset }: Props) {
  const { t, number } = useWords()
  const [reason, setReason] = useState('')
  const { targets, revises, faults } = changes
  const isEven = judged.state === 'adds-up'
  const needsReason = revises > 0 && reason.trim() === ''
  return (
    <>
      {Boolean(problem) && <ErrorNote problem={problem} safe={t('app.targets.kept')} />}
      <div className={classes.bar}>
        <p role="status">
          {judged.remainder !== null && (
            <span className={`st ${isEven ? 'done' : 'warn'}`}>
              {isEven ? <IconCheck size={15} aria-hidden /> : <IconAlertTriangle size={15} aria-hidden />}
              {t(`app.targets.says.${judged.state}`, {
                remainder: number(judged.remainder.replace('-', '')),
              })}
            </span>
          )}{' '}
          {faults > 0 && t('app.targets.faults', { count: String(faults) })}
        </p>
        {revises > 0 && (
          <TextInput
            className={classes.reason}
            label={t('app.targets.reason', { count: String(revises) })}
            value={reason}
            required
            onChange={({ currentTarget: { value } }) => setReason(value)}
          />
        )}
        {targets.length > 0 && (
          <Button variant="default" onClick={onReset}>
            {t('app.targets.reset')}
          </Button>
        )}
        <Button
          disabled={targets.length === 0 || faults > 0 || needsReason}
          loading={isBusy}
          onClick={() => onSave(reason.trim())}
        >
          {t('app.targets.save', { count: String(targets.length) })}
        </Button>
      </div>
    </>
  )
}
