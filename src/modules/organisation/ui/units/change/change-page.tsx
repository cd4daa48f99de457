import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, isDay } from '#kernel/day.ts'
import { listIndicators } from '#modules/indicators/api/definitions.ts'
import { Confirm } from '#web/kit/confirm.tsx'
import { DayField } from '#web/kit/day-field.tsx'
import { EmptyNote, ErrorNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { type ChangeAnswer, type ChangeOrderSaid, changeUnits } from '../../../api/unit-changes.ts'
import { listUnits } from '../../../api.ts'
import type { ChangeKind } from '../../../rules/change-book.ts'
import classes from './change.module.css'
import { ChangeCard } from './change-card.tsx'
import { type ChangeDraft, FORMS, newChange, newSuccessor, toInput } from './change-draft.ts'
import { Consequences } from './consequences.tsx'
import { Flows } from './flows.tsx'
import { useUnitOptions } from './unit-field.tsx'

type Asked = { date?: string; kind?: string; from?: string; into?: string }

/** What the address asks for: a kind, and the units that it is about. */
function firstChange({ kind = 'merge', from, into }: Asked): ChangeDraft {
  const change = newChange(
    0,
    Object.hasOwn(FORMS, kind) ? (kind as ChangeKind) : 'merge',
    from ? [String(from)] : [],
  )
  const codes = into ? String(into).split(',') : []
  return codes.length > 0 ? { ...change, into: codes.map((code, key) => newSuccessor(key, code)) } : change
}

/** A change of units on one page: written on top, told before and after below, made with the button at the foot. */
export function ChangePage() {
  const { t, day } = useWords()
  const asked = useSearch({ strict: false }) as Asked
  const [date, setDate] = useState(asked.date ?? '')
  const [basis, setBasis] = useState('')
  const [changes, setChanges] = useState<ChangeDraft[]>(() => [firstChange(asked)])
  const [sample, setSample] = useState<string | null>(null)
  const { period } = useSelection()
  const isDated = isDay(date)
  const eve = useRead(listUnits, { on: isDated ? addDays(date, -1) : undefined }, { enabled: isDated })
  const options = useUnitOptions(eve.data?.units ?? [])
  const { preview, told, isFresh } = usePreview({
    date,
    basis,
    hierarchy: 'state',
    changes: changes.map(toInput),
    ...(sample && { sample: { indicator: sample, period } }),
  })
  const put = (at: number, change: ChangeDraft) =>
    setChanges(changes.map((other, place) => (place === at ? change : other)))

  return (
    <>
      <PageHead
        title={t('app.units.change.title')}
        facts={t('app.units.change.facts')}
        actions={
          <Button component={Link} to={'/units' as never} variant="default">
            {t('app.units.change.back')}
          </Button>
        }
      />
      <Panes
        sideLabel={t('app.units.change.consequences')}
        side={told ? <Consequences told={told} /> : <EmptyNote>{t('app.units.change.notYet')}</EmptyNote>}
      >
        <div className={classes.form}>
          <div className={classes.row}>
            <DayField
              required
              label={t('app.units.change.date')}
              value={date}
              onChange={(value) => setDate(value)}
            />
            <TextInput
              className={classes.wide}
              required
              label={t('app.units.change.basis')}
              placeholder={t('app.units.change.basisExample')}
              value={basis}
              onChange={({ currentTarget: { value } }) => setBasis(value)}
            />
            <SampleField value={sample} onChange={setSample} />
          </div>
          {!isDated && <p className={classes.hint}>{t('app.units.change.dateFirst')}</p>}
          {isDated &&
            changes.map((change, at) => (
              <ChangeCard
                key={change.key}
                number={at + 1}
                change={change}
                options={options}
                refusals={
                  isFresh
                    ? (told?.refusals.filter((one) => one.change === at).map(({ message }) => message) ?? [])
                    : []
                }
                onChange={(now) => put(at, now)}
                onRemove={
                  changes.length > 1
                    ? () => setChanges(changes.filter((_, place) => place !== at))
                    : undefined
                }
              />
            ))}
          {isDated && (
            <div>
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() =>
                  setChanges([...changes, newChange(Math.max(...changes.map(({ key }) => key)) + 1, 'merge')])
                }
              >
                {t('app.units.change.add')}
              </Button>
            </div>
          )}
          {preview.problem && <ErrorNote problem={preview.problem} safe={t('app.units.change.kept')} />}
        </div>
        {told?.possible && <Flows told={told} />}
        <Foot
          told={isFresh ? told : null}
          isReady={isDated && basis.trim() !== ''}
          isBusy={preview.isBusy}
          onPreview={preview.run}
          order={preview.order}
          day={isDated ? day(date) : ''}
        />
      </Panes>
    </>
  )
}

type Order = Omit<ChangeOrderSaid, 'dryRun'>

/** Asks what would happen; the answer is old as soon as anything is written differently. */
function usePreview(order: Order) {
  const [shown, setShown] = useState<{ told: ChangeAnswer; of: string } | null>(null)
  const { run, isBusy, problem } = useWrite(changeUnits)
  const of = JSON.stringify(order)
  return {
    told: shown?.told ?? null,
    isFresh: shown?.of === of,
    preview: {
      order,
      isBusy,
      problem,
      async run() {
        const sent = await run({ ...order, dryRun: 'true' })
        if (sent) setShown({ told: sent.data, of })
      },
    },
  }
}

/** Looks first, then does: the button that changes anything comes only after the answer. */
function Foot({
  told,
  isReady,
  isBusy,
  onPreview,
  order,
  day,
}: {
  told: ChangeAnswer | null
  isReady: boolean
  isBusy: boolean
  onPreview(): void
  order: Order
  day: string
}) {
  const { t } = useWords()
  const go = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const commit = useWrite(changeUnits, {
    refreshes: [listUnits],
    onDone: () => go({ to: '/units', search: { on: order.date } } as never),
  })
  const counts = { before: String(told?.before.length ?? 0), after: String(told?.after.length ?? 0), day }
  return (
    <div className={classes.bar}>
      <p role="status">
        {told ? t(told.possible ? 'app.units.change.ready' : 'app.units.change.impossible', counts) : ''}
      </p>
      <Button variant="default" disabled={!isReady} loading={isBusy} onClick={onPreview}>
        {t('app.units.change.preview')}
      </Button>
      <Button disabled={!told?.possible} onClick={() => setAsking(true)}>
        {t('app.units.change.commit')}
      </Button>
      <Confirm
        opened={isAsking}
        title={t('app.units.change.commit')}
        action={t('app.units.change.commit')}
        isBusy={commit.isBusy}
        onClose={() => setAsking(false)}
        onConfirm={() => commit.run({ ...order, dryRun: 'false' })}
      >
        <p>{t('app.units.change.sure', counts)}</p>
        {commit.problem && <ErrorNote problem={commit.problem} safe={t('app.units.change.kept')} />}
      </Confirm>
    </div>
  )
}

/** Whose values are shown beside the units: indicators that add up, since only those can be compared. */
function SampleField({ value, onChange }: { value: string | null; onChange(code: string | null): void }) {
  const { t } = useWords()
  const { data } = useRead(listIndicators, {}, { offline: true })
  const adding =
    data?.indicators.filter(({ acrossUnits, use }) => acrossUnits === 'sum' && use.values > 0) ?? []
  return (
    <Select
      w={200}
      clearable
      searchable
      label={t('app.units.change.sample')}
      placeholder={t('app.units.change.noSample')}
      value={value}
      data={adding.map(({ code, name, unitOfMeasure }) => ({
        value: code,
        label: `${name}, ${unitOfMeasure}`,
      }))}
      onChange={onChange}
    />
  )
}
