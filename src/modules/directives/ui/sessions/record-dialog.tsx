import { Button, Group, Modal, Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { listSessions, recordSession } from '../../api/sessions.ts'
import type { SessionForm } from '../../schema.ts'
import { ChooseDirective } from '../choose-directive.tsx'
import { emptyLine, faultyKind, isBlank, rowOf } from './rules/line.ts'
import { SessionFields } from './session-fields.tsx'
import classes from './sessions.module.css'
import { useDayWithin, useUnitsHeld } from './use-units.ts'

/** A new session of the chosen directive. */
export function RecordDialog({ directive: given, onClose }: { directive: string | null; onClose(): void }) {
  const { t } = useWords()
  const { unit } = useSelection()
  const isPhone = useMediaQuery('(max-width: 760px)') ?? false
  const first = useDayWithin()
  const [directive, setDirective] = useState(given)
  const [line, setLine] = useState(() => emptyLine('new', unit ?? '', { heldOn: first, form: 'in-person' }))
  const units = useUnitsHeld('session.record', line.heldOn)
  const { run, isBusy, problem } = useWrite(recordSession, { refreshes: [listSessions], onDone: onClose })
  const isKnown = units.some(({ code }) => code === line.unit)
  const isReady =
    directive !== null && isKnown && line.heldOn !== '' && !isBlank(line) && faultyKind(line) === undefined
  return (
    <Modal
      opened
      fullScreen={isPhone}
      size="lg"
      onClose={onClose}
      title={t('app.studySessions.record')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) run({ directive, ...rowOf(line), form: line.form as SessionForm })
        }}
      >
        <ChooseDirective
          required
          label={t('app.studySessions.directive')}
          value={directive}
          onChange={(chosen) => setDirective(chosen?.id ?? null)}
        />
        <Select
          required
          searchable
          limit={60}
          allowDeselect={false}
          label={t('app.studySessions.unit')}
          value={isKnown ? line.unit : null}
          data={units.map(({ code, name }) => ({ value: code, label: name }))}
          error={fieldErrors(problem)('unit')}
          onChange={(code) => setLine({ ...line, unit: code ?? '', files: [] })}
        />
        <SessionFields
          line={isKnown ? line : { ...line, unit: '' }}
          errorOf={fieldErrors(problem)}
          onChange={(change) => setLine({ ...line, ...change })}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.studySessions.kept')} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!isReady}>
            {t('app.studySessions.record')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
