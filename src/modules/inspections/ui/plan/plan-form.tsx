import { Button, Textarea, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { DayField } from '#web/kit/day-field.tsx'
import { Fields } from '#web/kit/edit-form.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import classes from '../inspections.module.css'
import { DirectiveField } from './directive-field.tsx'
import { isWhole, newRow, type PlanDraft } from './plan-draft.ts'
import { VisitRow } from './visit-row.tsx'

type Props = {
  first: PlanDraft
  /** Code of the unit whose inspection it is. */
  owner: string
  /** The directive of one that is there stays. */
  isNew: boolean
  problem: unknown
  isBusy: boolean
  onSave(draft: PlanDraft): void
}

/** The plan: by which directive, what for, from when to when, and whom to visit. */
export function PlanForm({ first, owner, isNew, problem, isBusy, onSave }: Props) {
  const { t, number } = useWords()
  const [draft, setDraft] = useState(first)
  const errorOf = fieldErrors(problem)
  const put = (change: Partial<PlanDraft>) => setDraft({ ...draft, ...change })
  const { rows } = draft
  return (
    <form
      className={classes.plan}
      aria-label={t('app.inspection.plan')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole(draft)) onSave(draft)
      }}
    >
      <DirectiveField
        value={draft.directive}
        disabled={!isNew}
        error={errorOf('directive')}
        onChange={(directive) => put({ directive })}
      />
      <TextInput
        label={t('app.inspection.name')}
        required
        maxLength={400}
        value={draft.name}
        error={errorOf('name')}
        onChange={({ currentTarget }) => put({ name: currentTarget.value })}
      />
      <Textarea
        label={t('app.inspection.purpose')}
        autosize
        minRows={2}
        maxLength={4000}
        value={draft.purpose}
        onChange={({ currentTarget }) => put({ purpose: currentTarget.value })}
      />
      <Fields>
        <DayField
          label={t('app.inspection.startsOn')}
          required
          value={draft.startsOn}
          onChange={(startsOn) => put({ startsOn })}
        />
        <DayField
          label={t('app.inspection.endsOn')}
          required
          value={draft.endsOn}
          error={errorOf('endsOn')}
          onChange={(endsOn) => put({ endsOn })}
        />
      </Fields>
      <Section title={t('app.inspection.visits.count', { count: number(rows.length) })}>
        {rows.map((row, n) => (
          <VisitRow
            key={row.key}
            ordinal={n + 1}
            row={row}
            owner={owner}
            errorOf={(member) => errorOf(`visits.${n}.${member}`)}
            onChange={(next) => put({ rows: rows.map((one) => (one.key === row.key ? next : one)) })}
            onRemove={() => put({ rows: rows.filter(({ key }) => key !== row.key) })}
          />
        ))}
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() =>
            put({ rows: [...rows, newRow(crypto.randomUUID(), rows.at(-1)?.plannedOn ?? draft.startsOn)] })
          }
        >
          {t('app.inspection.visitRow.add')}
        </Button>
      </Section>
      {Boolean(problem) && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
      <div className={classes.foot}>
        <Button type="submit" loading={isBusy} disabled={!isWhole(draft)}>
          {t('app.inspection.plan.save')}
        </Button>
      </div>
    </form>
  )
}
