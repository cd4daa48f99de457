import { Textarea, TextInput } from '@mantine/core'
import { DayField } from '#web/kit/day-field.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { TargetChoice } from '../../../api/plans.ts'
import type { TaskDraft } from '../rules/plan-draft.ts'
import classes from './draft.module.css'
import { OrderButtons } from './order-buttons.tsx'
import { TargetField } from './target-field.tsx'

type Props = {
  task: TaskDraft
  ordinal: string
  isFirst: boolean
  isLast: boolean
  targets: readonly TargetChoice[]
  errorOf(path: string): string | undefined
  onChange(task: TaskDraft): void
  onMove(by: -1 | 1): void
  onRemove(): void
}

/** One task: what, by whom, from when to when, with what. */
export function TaskFields({ task, ordinal, targets, errorOf, onChange, ...order }: Props) {
  const { t } = useWords()
  const put = (part: Partial<TaskDraft>) => onChange({ ...task, ...part })
  const name = t('app.plans.taskN', { n: ordinal })
  const text = (member: 'responsible' | 'resources') => ({
    label: t(`app.plans.${member}`),
    maxLength: 2000,
    value: task[member],
    error: errorOf(member),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      put({ [member]: value }),
  })
  const day = (member: 'startsOn' | 'dueOn') => ({
    label: t(`app.plans.${member}`),
    value: task[member],
    error: errorOf(member),
    onChange: (value: string) => put({ [member]: value }),
  })
  return (
    <fieldset className={classes.task}>
      <legend>{name}</legend>
      <OrderButtons name={name} {...order} />
      <Textarea
        required
        autosize
        maxLength={1000}
        label={t('app.plans.taskText')}
        value={task.text}
        error={errorOf('text')}
        onChange={({ currentTarget: { value } }) => put({ text: value })}
      />
      <div className={classes.four}>
        <TextInput {...text('responsible')} />
        <TextInput {...text('resources')} />
        <DayField {...day('startsOn')} />
        <DayField {...day('dueOn')} />
      </div>
      <TargetField
        value={task.target}
        targets={targets}
        error={errorOf('target')}
        onChange={(target) => put({ target })}
      />
    </fieldset>
  )
}
