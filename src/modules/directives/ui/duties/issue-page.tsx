import { Button, Select, Textarea } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { listUnits } from '#modules/organisation/api.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { issueDuty } from '../../api/duties.ts'
import { getDirective } from '../../api/register.ts'
import { Product, Repeats } from '../../schema.ts'
import { keepPlace } from '../register/directive-link.tsx'
import { useDayWithin } from '../sessions/use-units.ts'
import classes from './duties.module.css'
import { REFRESHED } from './refreshed.ts'
import { dutyOf, emptyIssue, type IssueDraft, unitsOf } from './rules/duty-draft.ts'
import { UnitChoice } from './unit-choice.tsx'

/** Gives a duty to units under a directive: what, by when, of whom, with the units counted and named before it is given. */
export function IssuePage() {
  const { t, number } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const { unit } = useSelection()
  const directive = useRead(getDirective, { id }).data
  const within = useDayWithin()
  const [typed, setDraft] = useState(() => emptyIssue('', within))
  // Before another is chosen: below the unit that the page looks at
  const draft = typed.unit === '' ? { ...typed, unit: unit ?? directive?.keeper.code ?? '' } : typed
  const change = (part: Partial<IssueDraft>) => setDraft((old) => ({ ...old, ...part }))
  const all = useRead(listUnits, { on: draft.issuedOn || within }, { offline: true }).data?.units ?? []
  const { units: chosen } = unitsOf(all, draft)
  const input = dutyOf(draft, chosen.length)
  const go = useNavigate()
  const { run, isBusy, problem } = useWrite(issueDuty, {
    refreshes: REFRESHED,
    onDone: () => go({ to: '/directives/$id', params: { id }, search: keepPlace } as never),
  })
  return (
    <>
      <PageHead title={t('app.issue.title')} facts={directive && <span>{directive.number}</span>} />
      <div className={classes.page}>
        <form
          noValidate
          className={classes.issue}
          aria-label={t('app.issue.title')}
          onSubmit={(event) => {
            event.preventDefault()
            if (input) run({ id, hierarchy: 'state', ...input })
          }}
        >
          <WhatFields draft={draft} problem={problem} onChange={change} />
          <UnitChoice draft={draft} all={all} chosen={chosen} onChange={change} />
          {problem && <ErrorNote problem={problem} />}
          <Button type="submit" loading={isBusy} disabled={input === null}>
            {t('app.issue.give', { count: number(chosen.length) })}
          </Button>
        </form>
      </div>
    </>
  )
}

type Part = { draft: IssueDraft; problem: unknown; onChange(part: Partial<IssueDraft>): void }

function WhatFields({ draft, problem, onChange }: Part) {
  const { t } = useWords()
  const errorOf = fieldErrors(problem)
  return (
    <>
      <Textarea
        required
        autosize
        minRows={2}
        maxLength={2_000}
        label={t('app.duties.task')}
        placeholder={t('app.issue.taskHint')}
        value={draft.task}
        error={errorOf('task')}
        onChange={({ currentTarget }) => onChange({ task: currentTarget.value })}
      />
      <div className={classes.pair}>
        <Select
          allowDeselect={false}
          label={t('app.duties.product')}
          value={draft.product}
          data={Product.options.map((value) => ({ value, label: t(`app.duties.product.${value}`) }))}
          onChange={(one) =>
            onChange({ product: Product.options.find((value) => value === one) ?? 'document' })
          }
        />
        <Select
          clearable
          label={t('app.issue.repeats')}
          placeholder={t('app.issue.once')}
          value={draft.repeats}
          data={Repeats.options.map((value) => ({ value, label: t(`app.issue.repeats.${value}`) }))}
          onChange={(one) => onChange({ repeats: Repeats.options.find((value) => value === one) ?? null })}
        />
        <DayField
          label={t(draft.repeats === null ? 'app.duties.dueOn' : 'app.issue.firstDue')}
          value={draft.dueOn}
          error={errorOf('dueOn')}
          onChange={(dueOn) => onChange({ dueOn })}
        />
        <DayField
          label={t('app.issue.issuedOn')}
          value={draft.issuedOn}
          error={errorOf('issuedOn')}
          onChange={(issuedOn) => onChange({ issuedOn })}
        />
        {draft.repeats !== null && (
          <DayField
            label={t('app.issue.lastDue')}
            value={draft.lastDueOn}
            error={errorOf('lastDueOn')}
            onChange={(lastDueOn) => onChange({ lastDueOn })}
          />
        )}
      </div>
    </>
  )
}
