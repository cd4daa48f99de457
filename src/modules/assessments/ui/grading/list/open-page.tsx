import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FieldGroup } from '#web/kit/edit-form.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { openGrading, previewGrading } from '../../../api/gradings.ts'
import classes from '../grading.module.css'
import { linkTo } from '../links.tsx'
import { REFRESHED } from '../refreshed.ts'
import { DayFields } from './day-fields.tsx'
import { KeeperField } from './keeper-field.tsx'
import { PreviewCount } from './preview-count.tsx'
import { daysOf, emptyOpening, reversedDays, rulesOf } from './rules/opening.ts'
import { RulesField, ScopeField } from './scope-fields.tsx'

/** Opens a grading at the chosen unit for the chosen period, with everybody counted before it is opened. */
export function OpenGradingPage() {
  const { t } = useWords()
  const { unit, period } = useSelection()
  return (
    <>
      <PageHead title={t('app.gradings.open')} facts={<span>{tellPeriod(t, period)}</span>} />
      <div className={classes.page}>
        {unit === null ? (
          <EmptyNote>{t('app.gradings.chooseUnit')}</EmptyNote>
        ) : (
          <Opening unit={unit} period={period} />
        )}
      </div>
    </>
  )
}

/** At the chosen unit, or at one of another tree: the picker of the page knows the state's alone. */
function Opening({ unit, period }: { unit: string; period: string }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const keeper = chosen ?? unit
  return (
    <>
      <KeeperField unit={unit} value={keeper} onChange={setChosen} />
      <OpenForm key={`${keeper} ${period}`} keeper={keeper} period={period} />
    </>
  )
}

function OpenForm({ keeper, period }: { keeper: string; period: string }) {
  const { t, number } = useWords()
  const [opening, setOpening] = useState(emptyOpening)
  const change = (part: Partial<typeof opening>) => setOpening((old) => ({ ...old, ...part }))
  const { subjects, group } = opening
  const preview = useRead(previewGrading, { keeper, period, subjects, group })
  const inForce = preview.data?.rules ?? []
  const rules = rulesOf(opening, inForce)
  const chosen = inForce.find(({ code }) => code === rules)
  const name = opening.name || (chosen ? `${chosen.name}, ${tellPeriod(t, period).toLocaleLowerCase()}` : '')
  const go = useNavigate()
  const { run, isBusy, problem } = useWrite(openGrading, {
    refreshes: REFRESHED,
    onDone: ({ data }) => go(linkTo('/gradings/$grading', { grading: data.id }) as never),
  })
  const count = preview.data?.count ?? 0
  const isReady = rules !== '' && name.trim() !== '' && count > 0 && reversedDays(opening).length === 0
  if (preview.error && !preview.data) return <ErrorNote problem={preview.error} retry={preview.refetch} />
  if (!preview.data) return <LoadingBars rows={8} />
  return (
    <form
      noValidate
      className={classes.form}
      aria-label={t('app.gradings.open')}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) run({ keeper, period, rules, group, name: name.trim(), ...daysOf(opening) })
      }}
    >
      <SegmentedControl
        aria-label={t('app.gradings.whom')}
        value={subjects}
        data={(['units', 'people'] as const).map((value) => ({
          value,
          label: t(`app.gradings.whom.${value}`),
        }))}
        onChange={(value) => change({ subjects: value === 'people' ? 'people' : 'units', group: '' })}
      />
      <RulesField value={rules} rules={inForce} subjects={subjects} onChange={change} />
      <ScopeField keeper={keeper} opening={opening} kinds={preview.data.kinds} onChange={change} />
      <PreviewCount preview={preview.data} subjects={subjects} />
      <TextInput
        required
        maxLength={300}
        label={t('app.gradings.name')}
        value={name}
        error={fieldErrors(problem)('name')}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <FieldGroup title={t('app.gradings.days')}>
        <DayFields days={opening} problem={problem} onChange={change} />
      </FieldGroup>
      {problem && <ErrorNote problem={problem} safe={t('app.gradings.kept')} />}
      <Button type="submit" className={classes.submit} loading={isBusy} disabled={!isReady}>
        {t(`app.gradings.openFor.${subjects}`, { count: number(count) })}
      </Button>
    </form>
  )
}
