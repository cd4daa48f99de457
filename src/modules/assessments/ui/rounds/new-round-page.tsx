import { Button, Select } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { parsePeriod } from '#kernel/period.ts'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { useUnitsHeld } from '#modules/directives/ui/sessions/use-units.ts'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { EmptyNote, ErrorNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { listRounds, openRound, previewSubjects } from '../../api/rounds.ts'
import { listSchemes } from '../../api/schemes.ts'
import { DaysFields, daysDraft, daysSaid } from './days-fields.tsx'
import classes from './rounds.module.css'

/** Opens a round: by which scheme, for which units, by which days. Who would take part is seen before. */
export function NewRoundPage() {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const on = parsePeriod(period)?.endsOn ?? ''
  const keepers = useUnitsHeld('round.steer', on)
  const [draft, setDraft] = useState({ scheme: '', keeper: unit ?? '', group: '', ...daysDraft() })
  const put = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }))
  const schemes = useSchemeChoices(on)
  const go = useNavigate()
  const { run, isBusy, problem } = useWrite(openRound, {
    refreshes: [listRounds],
    onDone: ({ data: { id } }) =>
      go({ to: '/rounds/$round', params: { round: id }, search: keepPlace } as never),
  })
  const errorOf = fieldErrors(problem)
  const keeper = keepers.some(({ code }) => code === draft.keeper) ? draft.keeper : null
  const scheme = schemes.find(({ value }) => value === draft.scheme)
  const isWhole = keeper !== null && scheme !== undefined && draft.name.trim() !== ''
  const propose = (code: string | null) => {
    const label = schemes.find(({ value }) => value === code)?.label
    put({
      scheme: code ?? '',
      ...(label && draft.name === '' && { name: t('app.rounds.proposedName', { scheme: label, period }) }),
    })
  }
  return (
    <>
      <PageHead title={t('app.rounds.open')} facts={<span>{tellPeriod(t, period)}</span>} />
      <div className={classes.page}>
        <form
          noValidate
          className={classes.form}
          aria-label={t('app.rounds.open')}
          onSubmit={(event) => {
            event.preventDefault()
            if (isWhole) run({ scheme: draft.scheme, keeper, group: draft.group, period, ...daysSaid(draft) })
          }}
        >
          <div className={classes.fields}>
            <Select
              required
              searchable
              allowDeselect={false}
              label={t('app.rounds.byScheme')}
              value={scheme?.value ?? null}
              data={schemes}
              nothingFoundMessage={t('app.rounds.noScheme')}
              error={errorOf('scheme')}
              onChange={propose}
            />
            <Select
              required
              searchable
              limit={60}
              allowDeselect={false}
              label={t('app.rounds.keeper')}
              value={keeper}
              data={keepers.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
              error={errorOf('keeper')}
              onChange={(value) => put({ keeper: value ?? '', group: '' })}
            />
          </div>
          <Subjects keeper={keeper} period={period} group={draft.group} onGroup={(group) => put({ group })} />
          <DaysFields draft={draft} errorOf={errorOf} onChange={put} />
          {problem && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
          <div className={classes.formFoot}>
            <Button component={Link} variant="default" {...({ to: '/rounds', search: keepPlace } as object)}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!isWhole}>
              {t('app.rounds.open')}
            </Button>
          </div>
        </form>
      </div>
    </>
  )
}

type SubjectsProps = { keeper: string | null; period: string; group: string; onGroup(group: string): void }

/** All below the keeper, or those of one kind; with their number and the first names. */
function Subjects({ keeper, period, group, onGroup }: SubjectsProps) {
  const { t, number } = useWords()
  const { data, error } = useRead(
    previewSubjects,
    { keeper: keeper ?? '', period, group },
    { enabled: keeper !== null },
  )
  if (keeper === null) return <EmptyNote>{t('app.rounds.chooseKeeper')}</EmptyNote>
  if (error && !data) return <ErrorNote problem={error} />
  const names = data?.units.map(({ name }) => name).join(', ') ?? ''
  const rest = (data?.count ?? 0) - (data?.units.length ?? 0)
  return (
    <div>
      <Select
        allowDeselect={false}
        label={t('app.rounds.whom')}
        value={group}
        data={[
          { value: '', label: t('app.rounds.allBelow') },
          ...(data?.kinds ?? []).map((kind) => ({ value: kind, label: t('app.rounds.ofKind', { kind }) })),
        ]}
        onChange={(value) => onGroup(value ?? '')}
      />
      {data && (
        <p className={classes.hint} role="status">
          <b>{t('app.rounds.subjects', { count: data.count, number: number(data.count) })}</b>
          {names && `: ${names}`}
          {rest > 0 && ` ${t('app.rounds.andMore', { count: number(rest) })}`}
        </p>
      )}
    </div>
  )
}

/** Schemes for units that are in force on a day and not of others. */
function useSchemeChoices(on: string): { value: string; label: string }[] {
  const { data } = useRead(listSchemes, { limit: 200 }, { enabled: on !== '' })
  return (data?.schemes ?? [])
    .filter(({ subjects, isExternal, versions }) => {
      const isInForce = versions.some(
        ({ validFrom, validTo }) => validFrom <= on && (validTo === null || on <= validTo),
      )
      return subjects === 'units' && !isExternal && isInForce
    })
    .map(({ code, name }) => ({ value: code, label: name }))
}
