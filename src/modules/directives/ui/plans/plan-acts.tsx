import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { Plan } from '../../api/plans.ts'
import { keepPlace } from '../register/directive-link.tsx'
import { CarryDialog } from './carry-dialog.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { PassDialog } from './pass-dialog.tsx'
import classes from './plans.module.css'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const ACTS = ['withdraw', 'carry', 'pass', 'issue'] as const
const DIALOGS = { withdraw: WithdrawDialog, carry: CarryDialog, pass: PassDialog, issue: IssueDialog }

export type Asked = { plan: Plan; etag: string | undefined; onClose(): void }

/** What the reader may do with a plan, at its foot; each asks in a dialog first. */
export function PlanActs({ plan, etag }: Omit<Asked, 'onClose'>) {
  const { t } = useWords()
  const [open, setOpen] = useState<(typeof ACTS)[number] | null>(null)
  const acts = ACTS.filter((act) => plan.may.includes(act))
  const Dialog = open && DIALOGS[open]
  if (plan.may.length === 0) return null
  return (
    <div className={classes.foot}>
      {plan.may.includes('change') && (
        <Button
          component={Link}
          variant="default"
          {...({ to: '/plans/$id/edit', params: { id: plan.id }, search: keepPlace } as object)}
        >
          {t('app.plans.change')}
        </Button>
      )}
      {acts.map((act) => (
        <Button key={act} variant={act === 'issue' ? 'filled' : 'default'} onClick={() => setOpen(act)}>
          {t(`app.plans.${act}`)}
        </Button>
      ))}
      {Dialog && <Dialog plan={plan} etag={etag} onClose={() => setOpen(null)} />}
    </div>
  )
}
