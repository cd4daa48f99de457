import { Button, Group, Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '#web/kit/day-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { newScheme, type SchemeHead } from './rules/scheme-edit.ts'
import classes from './schemes.module.css'
import { useStart } from './use-start.ts'

/** The head of a new scheme; the rest is written in its draft. */
export function NewDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const [head, setHead] = useState<SchemeHead>({ code: '', name: '', subjects: 'units', validFrom: '' })
  const put = (part: Partial<SchemeHead>) => setHead((old) => ({ ...old, ...part }))
  const { run, isBusy, problem } = useStart()
  const errorOf = fieldErrors(problem)
  const isWhole = head.code.trim() !== '' && head.name.trim() !== '' && head.validFrom !== ''
  return (
    <Modal
      centered
      opened
      onClose={onClose}
      title={t('app.schemes.new')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isWhole) run({ scheme: newScheme({ ...head, code: head.code.trim(), name: head.name.trim() }) })
        }}
      >
        <TextInput
          required
          data-autofocus
          maxLength={60}
          label={t('app.schemes.code')}
          description={t('app.schemes.codeHint')}
          value={head.code}
          error={errorOf('scheme.code')}
          onChange={({ currentTarget: { value } }) => put({ code: value })}
        />
        <TextInput
          required
          label={t('app.schemes.name')}
          value={head.name}
          onChange={({ currentTarget: { value } }) => put({ name: value })}
        />
        <Select
          allowDeselect={false}
          label={t('app.schemes.subjects')}
          value={head.subjects}
          data={(['units', 'people'] as const).map((value) => ({
            value,
            label: t(`app.schemes.of.${value}`),
          }))}
          onChange={(value) => put({ subjects: value as SchemeHead['subjects'] })}
        />
        <DayField
          required
          label={t('app.schemes.validFrom')}
          value={head.validFrom}
          onChange={(validFrom) => put({ validFrom })}
        />
        {problem && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!isWhole}>
            {t('app.schemes.begin')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
