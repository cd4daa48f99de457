import { Button, Select, TextInput } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { parsePeriod } from '#kernel/period.ts'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { makePlan } from '../../../api/plans.ts'
import { ChooseMany } from '../../register/choose-many.tsx'
import { keepPlace } from '../../register/directive-link.tsx'
import { useUnitsHeld } from '../../sessions/use-units.ts'
import { REFRESHED } from '../use-plans.ts'
import classes from './draft.module.css'

/** Begins the draft of a plan: whose, for when, about what and answering what. Goals and tasks follow. */
export function NewPlanPage() {
  const { t } = useWords()
  const { unit: chosen, period: selected } = useSelection()
  const { answers: asked } = useSearch({ strict: false }) as { answers?: string | number }
  const [draft, setDraft] = useState({
    unit: chosen ?? '',
    period: selected.slice(0, 4),
    title: '',
    answers: asked === undefined ? [] : [String(asked)],
  })
  const put = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }))
  const units = useUnitsHeld('plan.save', parsePeriod(draft.period)?.endsOn ?? '')
  const go = useNavigate()
  const { run, isBusy, problem } = useWrite(makePlan, {
    refreshes: REFRESHED,
    onDone: ({ data: { id } }) => go({ to: '/plans/$id/edit', params: { id }, search: keepPlace } as never),
  })
  const errorOf = fieldErrors(problem)
  const isWhole = units.some(({ code }) => code === draft.unit) && draft.title.trim() !== ''
  return (
    <>
      <PageHead title={t('app.plans.new')} />
      <div className={classes.page}>
        <form
          noValidate
          aria-label={t('app.plans.new')}
          onSubmit={(event) => {
            event.preventDefault()
            if (isWhole) run({ ...draft, title: draft.title.trim(), period: draft.period.trim(), goals: [] })
          }}
        >
          <div className={classes.pair}>
            <Select
              required
              searchable
              limit={60}
              allowDeselect={false}
              label={t('app.plans.ofUnit')}
              value={units.some(({ code }) => code === draft.unit) ? draft.unit : null}
              data={units.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
              error={errorOf('unit')}
              onChange={(unit) => put({ unit: unit ?? '' })}
            />
            <TextInput
              required
              label={t('app.plans.forPeriod')}
              value={draft.period}
              error={errorOf('period')}
              onChange={({ currentTarget: { value } }) => put({ period: value })}
            />
          </div>
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
          {problem && <ErrorNote problem={problem} safe={t('app.plans.kept')} />}
          <div className={classes.foot}>
            <Button component={Link} variant="default" {...({ to: '/plans', search: keepPlace } as object)}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!isWhole}>
              {t('app.plans.begin')}
            </Button>
          </div>
        </form>
      </div>
    </>
  )
}
