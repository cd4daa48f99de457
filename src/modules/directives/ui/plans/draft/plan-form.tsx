import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { listPlanTargets, type PlanContent } from '../../../api/plans.ts'
import { ChooseMany } from '../../register/choose-many.tsx'
import { contentOf, emptyGoal, moved, type PlanDraft } from '../rules/plan-draft.ts'
import classes from './draft.module.css'
import { GoalFields } from './goal-fields.tsx'

type Props = {
  id: string
  start: PlanDraft
  problem: unknown
  isBusy: boolean
  onCancel(): void
  onSave(content: PlanContent): void
}

/** What a plan says: its title, what it answers, and its goals with their tasks in the order that people decide. */
export function PlanForm({ id, start, problem, isBusy, onCancel, onSave }: Props) {
  const { t } = useWords()
  const [draft, setDraft] = useState(start)
  const put = (part: Partial<PlanDraft>) => setDraft((old) => ({ ...old, ...part }))
  const targets = useRead(listPlanTargets, { id }).data?.targets ?? []
  const errorOf = fieldErrors(problem)
  const content = contentOf(draft)
  const { goals } = draft
  return (
    <form
      noValidate
      aria-label={t('app.plans.edit')}
      onSubmit={(event) => {
        event.preventDefault()
        if (content) onSave(content)
      }}
    >
      <TextInput
        required
        maxLength={1000}
        label={t('app.plans.name')}
        value={draft.title}
        error={errorOf('title')}
        onChange={({ currentTarget: { value } }) => put({ title: value })}
      />
      <ChooseMany
        label={t('app.plans.answers')}
        error={errorOf('answers')}
        ids={draft.answers}
        onChange={(answers) => put({ answers })}
      />
      {goals.map((goal, n) => (
        <GoalFields
          key={goal.key}
          goal={goal}
          ordinal={n + 1}
          count={goals.length}
          targets={targets}
          errorOf={(path) => errorOf(`goals.${n}.${path}`)}
          onChange={(changed) => put({ goals: goals.with(n, changed) })}
          onMove={(by) => put({ goals: moved(goals, n, by) })}
          onRemove={() => put({ goals: goals.toSpliced(n, 1) })}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => put({ goals: [...goals, emptyGoal(crypto.randomUUID())] })}
      >
        {t('app.plans.addGoal')}
      </Button>
      {Boolean(problem) && <ErrorNote problem={problem} safe={t('app.plans.kept')} />}
      <div className={classes.foot}>
        <Button variant="default" onClick={onCancel}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={content === null}>
          {t('app.plans.save')}
        </Button>
      </div>
    </form>
  )
}
