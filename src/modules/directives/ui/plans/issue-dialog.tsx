import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { issuePlan } from '../../api/plans.ts'
import { readNumber } from '../../rules/number.ts'
import { IdentityFields } from '../register/identity-fields.tsx'
import type { Asked } from './plan-acts.tsx'
import classes from './plans.module.css'
import { REFRESHED } from './use-plans.ts'

/** Makes the draft a directive of its unit: number, type and day as signed. */
export function IssueDialog({ plan, etag, onClose }: Asked) {
  const { t } = useWords()
  const [draft, setDraft] = useState({ number: '', type: 'plan', issuedOn: dayOf(new Date()) as string })
  const [signer, setSigner] = useState('')
  const { run, isBusy, problem } = useWrite(issuePlan, { refreshes: REFRESHED, onDone: onClose })
  const errorOf = fieldErrors(problem)
  const isReady = readNumber(draft.number).ok && draft.type !== '' && draft.issuedOn !== ''
  return (
    <Confirm
      opened
      title={t('app.plans.issue')}
      action={t('app.plans.issue')}
      isBusy={isBusy}
      disabled={!isReady}
      onConfirm={() =>
        run({ id: plan.id, ...draft, files: [], signer: signer.trim() || null }, { ifMatch: etag })
      }
      onClose={onClose}
    >
      <div className={classes.form}>
        <p>{t('app.plans.issueSays', { unit: plan.unit.name })}</p>
        <IdentityFields
          draft={draft}
          errorOf={errorOf}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <TextInput
          maxLength={200}
          label={t('app.plans.signer')}
          value={signer}
          error={errorOf('signer')}
          onChange={({ currentTarget }) => setSigner(currentTarget.value)}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.plans.kept')} />}
      </div>
    </Confirm>
  )
}
