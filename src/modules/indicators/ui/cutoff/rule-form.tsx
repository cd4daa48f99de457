import { Button, Checkbox, Group, Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { PERIOD_KINDS } from '#kernel/period.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { addCutoffRule, listCutoffRules, type MonthDay } from '../../api/cutoff.ts'
import { listForms } from '../../api/sheet.ts'
import classes from './cutoff.module.css'
import { DayFields } from './day-fields.tsx'
import { useLevelNames } from './use-level-names.ts'

const KINDS = PERIOD_KINDS.filter((kind) => kind !== 'term')
const LEVELS = ['1', '2', '3', '4']
const START = {
  form: null as string | null,
  frequency: 'month' as (typeof PERIOD_KINDS)[number],
  level: null as number | null,
  validFrom: '',
  basis: '',
  dataFrom: { months: -1, day: 15 } as MonthDay,
  dataTo: { months: 0, day: 14 } as MonthDay,
  due: { months: 0, day: 16 } as MonthDay,
  closes: { months: 0, day: 20 } as MonthDay,
  isClosing: true,
}

/** A new rule. It holds from a day on, for periods that end then or later. */
export function RuleForm({ onClose }: { onClose(): void }) {
  const { t, lang } = useWords()
  const [draft, setDraft] = useState(START)
  const levelOf = useLevelNames()
  const change = (part: Partial<typeof START>) => setDraft((old) => ({ ...old, ...part }))
  const forms = useRead(listForms, {}, { offline: true }).data?.forms ?? []
  const { run, isBusy, problem } = useWrite(addCutoffRule, { refreshes: [listCutoffRules], onDone: onClose })
  const { isClosing, validFrom, closes, ...rest } = draft
  const send = () =>
    run({ ...rest, validFrom: validFrom || null, validTo: null, closes: isClosing ? closes : null })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app.cutoff.add')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Select
          label={t('app.cutoff.head.frequency')}
          allowDeselect={false}
          value={draft.frequency}
          data={KINDS.map((kind) => ({ value: kind, label: t(`app.cutoff.every.${kind}`) }))}
          onChange={(kind) => change({ frequency: KINDS.find((one) => one === kind) ?? 'month', form: null })}
        />
        <Select
          label={t('app.cutoff.form.form')}
          placeholder={t('app.cutoff.form.every')}
          clearable
          value={draft.form}
          data={forms
            .filter(({ frequency }) => frequency === draft.frequency)
            .map((one) => ({ value: one.code, label: (lang === 'en' && one.nameEn) || one.name }))}
          onChange={(form) => change({ form })}
        />
        <Select
          label={t('app.cutoff.form.level')}
          placeholder={t('app.cutoff.anyLevel')}
          clearable
          value={draft.level === null ? null : String(draft.level)}
          data={LEVELS.map((level) => ({ value: level, label: levelOf(Number(level)) }))}
          onChange={(level) => change({ level: level === null ? null : Number(level) })}
        />
        <DayFields
          label={t('app.cutoff.form.dataFrom')}
          value={draft.dataFrom}
          months={[-1, 0]}
          from="first"
          onChange={(dataFrom) => change({ dataFrom })}
        />
        <DayFields
          label={t('app.cutoff.form.dataTo')}
          value={draft.dataTo}
          months={[0]}
          from="last"
          onChange={(dataTo) => change({ dataTo })}
        />
        <DayFields
          label={t('app.cutoff.head.due')}
          value={draft.due}
          months={[0, 1, 2]}
          from="last"
          onChange={(due) => change({ due })}
        />
        <Checkbox
          label={t('app.cutoff.form.isClosing')}
          checked={isClosing}
          onChange={({ currentTarget }) => change({ isClosing: currentTarget.checked })}
        />
        {isClosing && (
          <DayFields
            label={t('app.cutoff.head.closes')}
            value={closes}
            months={[0, 1, 2]}
            from="last"
            onChange={(closes) => change({ closes })}
          />
        )}
        <DayField
          label={t('app.cutoff.form.validFrom')}
          value={validFrom}
          onChange={(value) => change({ validFrom: value })}
        />
        <TextInput
          required
          label={t('app.cutoff.head.basis')}
          placeholder={t('app.cutoff.form.basis')}
          value={draft.basis}
          onChange={({ currentTarget }) => change({ basis: currentTarget.value })}
        />
        {problem && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={draft.basis.trim() === ''}>
            {t('app.cutoff.add')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
