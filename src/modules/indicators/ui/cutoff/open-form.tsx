import { Button, Group, Modal, Select } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '#web/kit/day-field.tsx'
import { EmptyNote, ErrorNote } from '#web/kit/notes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { getBoard } from '../../api/board.ts'
import { createOpening, listOpenings } from '../../api/cutoff.ts'
import classes from './cutoff.module.css'
import { useFormNames } from './use-form-names.ts'

type Props = { unit: string; period: string; onClose(): void }

/** The office asks the chosen unit and all below it for a form of the chosen period. */
export function OpenForm({ unit, period, onClose }: Props) {
  const { t, day, number } = useWords()
  const forms = useFormNames().of(period)
  const [form, setForm] = useState<string | null>(forms.length === 1 ? forms[0]!.code : null)
  const [dueOn, setDueOn] = useState('')
  const { run, isBusy, problem } = useWrite(createOpening, {
    refreshes: [getBoard, listOpenings],
    onDone: onClose,
  })
  const board = useRead(
    getBoard,
    { period, unit, form: form ?? '', limit: 1 },
    { enabled: form !== null },
  ).data
  const ruled = board?.rows[0]?.cells[0]?.dueOn ?? null
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app.opening.open')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (form !== null) run({ form, unit, period, ...(dueOn !== '' && { dueOn }) })
        }}
      >
        {forms.length === 0 && (
          <EmptyNote>{t('app.opening.noForms', { period: tellPeriod(t, period) })}</EmptyNote>
        )}
        <Select
          label={t('app.opening.form')}
          allowDeselect={false}
          value={form}
          data={forms.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setForm}
        />
        <DayField
          label={t('app.opening.dueOn')}
          description={
            board && (ruled ? t('app.opening.ruled', { day: day(ruled) }) : t('app.opening.unruled'))
          }
          value={dueOn}
          onChange={(value) => setDueOn(value)}
        />
        {form !== null && board && (
          <p>
            {t('app.opening.tells', {
              unit: board.unit.name,
              period: tellPeriod(t, period),
              count: number(board.forms[0]?.count.expected ?? 0),
            })}
          </p>
        )}
        {problem && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={form === null}>
            {t('app.opening.open')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
