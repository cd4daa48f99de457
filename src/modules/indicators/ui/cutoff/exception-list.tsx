import { Button, Group, Modal, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { DayField } from '#web/kit/day-field.tsx'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import {
  addCutoffException,
  type CutoffException,
  endCutoffException,
  listCutoffExceptions,
} from '../../api/cutoff.ts'
import classes from './cutoff.module.css'
import { useFormNames } from './use-form-names.ts'

/** What is let through after the close: of the chosen unit and period. */
export function ExceptionList({ unit, period }: { unit: string; period: string }) {
  const { t } = useWords()
  const { data, error, refetch } = useRead(listCutoffExceptions, { unit, period })
  const [isAdding, setAdding] = useState(false)
  const may = useMe().may('exception.add')
  return (
    <Section
      title={t('app.exception.title')}
      aside={
        may && (
          <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
            {t('app.exception.add')}
          </Button>
        )
      }
    >
      {error && !data && <ErrorNote problem={error} retry={refetch} />}
      {!data && !error && <LoadingBars rows={3} />}
      {data?.exceptions.length === 0 && <EmptyNote>{t('app.exception.none')}</EmptyNote>}
      <ul className={classes.list}>
        {data?.exceptions.map((exception) => (
          <Exception key={exception.id} exception={exception} />
        ))}
      </ul>
      {isAdding && <ExceptionForm unit={unit} period={period} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function Exception({ exception }: { exception: CutoffException }) {
  const { t, day, instant } = useWords()
  const nameOf = useFormNames()
  const may = useMe().may('exception.end')
  const [isEnding, setEnding] = useState(false)
  const { run, isBusy, problem } = useWrite(endCutoffException, { refreshes: [listCutoffExceptions] })
  const { id, form, unit, until, reason, by, at } = exception
  const what = form === null ? t('app.cutoff.form.every') : nameOf(form)
  return (
    <li>
      <div>
        <b>{unit.name}</b>, {what}: {t('app.exception.until', { day: day(until) })}
        <small>
          “{reason}” {t('app.exception.by', { by, at: instant(at) })}
        </small>
      </div>
      {may && (
        <Button variant="subtle" size="compact-sm" onClick={() => setEnding(true)}>
          {t('app.exception.end')}
        </Button>
      )}
      <Confirm
        opened={isEnding}
        title={t('app.exception.end.title')}
        action={t('app.exception.end')}
        isBusy={isBusy}
        onConfirm={async () => (await run({ id })) && setEnding(false)}
        onClose={() => setEnding(false)}
      >
        <p>{t('app.exception.end.about', { unit: unit.name, form: what })}</p>
        {problem && <ErrorNote problem={problem} />}
      </Confirm>
    </li>
  )
}

function ExceptionForm({ unit, period, onClose }: { unit: string; period: string; onClose(): void }) {
  const { t } = useWords()
  const nameOf = useFormNames()
  const [form, setForm] = useState<string | null>(null)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const { run, isBusy, problem } = useWrite(addCutoffException, {
    refreshes: [listCutoffExceptions],
    onDone: onClose,
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app.exception.add')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          run({ form, unit, period, until, reason })
        }}
      >
        <p>{t('app.exception.covers', { period: tellPeriod(t, period) })}</p>
        <Select
          label={t('app.cutoff.form.form')}
          placeholder={t('app.cutoff.form.every')}
          clearable
          value={form}
          data={nameOf.of(period).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setForm}
        />
        <DayField required label={t('app.exception.form.until')} value={until} onChange={setUntil} />
        <Textarea
          required
          autosize
          minRows={2}
          label={t('app.exception.form.reason')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {problem && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={until === '' || reason.trim() === ''}>
            {t('app.exception.add')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
