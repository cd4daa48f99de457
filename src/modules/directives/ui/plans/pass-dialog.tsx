import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { passPlan } from '../../api/plans.ts'
import { ChooseDirective } from '../choose-directive.tsx'
import type { Asked } from './plan-acts.tsx'
import classes from './plans.module.css'
import { REFRESHED } from './use-plans.ts'

/** Gives what an ended unit left undone to those that its ground went to, by a decision. */
export function PassDialog({ plan, etag, onClose }: Asked) {
  const { t } = useWords()
  const [directive, setDirective] = useState<string | null>(null)
  const [to, setTo] = useState(() => plan.successors.map(({ code }) => code))
  const { run, isBusy, problem } = useWrite(passPlan, { refreshes: REFRESHED, onDone: onClose })
  return (
    <Confirm
      opened
      title={t('app.plans.pass')}
      action={t('app.plans.pass')}
      isBusy={isBusy}
      disabled={directive === null || to.length === 0}
      onConfirm={() => directive !== null && run({ id: plan.id, directive, to }, { ifMatch: etag })}
      onClose={onClose}
    >
      <div className={classes.form}>
        <p>{t('app.plans.passSays', { unit: plan.unit.name })}</p>
        <ChooseDirective
          required
          label={t('app.plans.decision')}
          value={directive}
          onChange={(chosen) => setDirective(chosen?.id ?? null)}
        />
        <Checkbox.Group label={t('app.plans.successors')} value={to} onChange={setTo}>
          {plan.successors.map(({ code, name }) => (
            <Checkbox key={code} mt="xs" value={code} label={name} />
          ))}
        </Checkbox.Group>
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Confirm>
  )
}
