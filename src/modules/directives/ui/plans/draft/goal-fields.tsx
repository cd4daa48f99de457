import { Button, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import type { TargetChoice } from '../../../api/plans.ts'
import { emptyTask, type GoalDraft, moved } from '../rules/plan-draft.ts'
import classes from './draft.module.css'
import { OrderButtons } from './order-buttons.tsx'
import { TargetField } from './target-field.tsx'
import { TaskFields } from './task-fields.tsx'

type Props = {
  goal: GoalDraft
  ordinal: number
  count: number
  targets: readonly TargetChoice[]
  errorOf(path: string): string | undefined
  onChange(goal: GoalDraft): void
  onMove(by: -1 | 1): void
  onRemove(): void
}

/** One goal of a plan and its tasks. */
export function GoalFields({ goal, ordinal, count, targets, errorOf, onChange, onMove, onRemove }: Props) {
  const { t, number } = useWords()
  const put = (part: Partial<GoalDraft>) => onChange({ ...goal, ...part })
  const { tasks } = goal
  const name = t('app.plans.goalN', { n: number(ordinal) })
  return (
    <fieldset className={classes.goal}>
      <legend>{name}</legend>
      <OrderButtons
        name={name}
        isFirst={ordinal === 1}
        isLast={ordinal === count}
        onMove={onMove}
        onRemove={onRemove}
      />
      <Textarea
        required
        autosize
        maxLength={1000}
        label={t('app.plans.goalText')}
        value={goal.text}
        error={errorOf('text')}
        onChange={({ currentTarget: { value } }) => put({ text: value })}
      />
      <TargetField
        value={goal.target}
        targets={targets}
        error={errorOf('target')}
        onChange={(target) => put({ target })}
      />
      {tasks.map((task, n) => (
        <TaskFields
          key={task.key}
          task={task}
          ordinal={`${ordinal}.${n + 1}`}
          isFirst={n === 0}
          isLast={n === tasks.length - 1}
          targets={targets}
          errorOf={(path) => errorOf(`tasks.${n}.${path}`)}
          onChange={(changed) => put({ tasks: tasks.with(n, changed) })}
          onMove={(by) => put({ tasks: moved(tasks, n, by) })}
          onRemove={() => put({ tasks: tasks.toSpliced(n, 1) })}
        />
      ))}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => put({ tasks: [...tasks, emptyTask(crypto.randomUUID())] })}
      >
        {t('app.plans.addTask')}
      </Button>
    </fieldset>
  )
}
