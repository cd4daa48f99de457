import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { readTable } from '#modules/indicators/ui/sheet/rules/clipboard.ts'
import type { Unit } from '#modules/organisation/api.ts'
import { useWords } from '#web/kit/words.tsx'
import type { Participants } from '../../../schema.ts'
import type { Defaults } from '../rules/line.ts'
import { type Column, columnsFor, readLines } from '../rules/paste-lines.ts'
import classes from '../sessions.module.css'
import type { useSheet } from './use-sheet.ts'

type Props = {
  sheet: ReturnType<typeof useSheet>
  units: readonly Unit[]
  defaults: Defaults
  onClose(): void
}

/** A block of cells from a spreadsheet becomes lines of the sheet, where it is looked at before anything is sent. */
export function PasteDialog({ sheet, units, defaults, onClose }: Props) {
  const { t, number } = useWords()
  const [text, setText] = useState('')
  const { lines, kinds } = readLines(readTable(text), { kinds: sheet.kinds, units, defaults })
  const take = () => {
    sheet.add(lines)
    sheet.setKinds([...new Set([...sheet.kinds, ...kinds])])
    onClose()
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('app.studySheet.paste')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className={classes.form}>
        <p>
          {t('app.studySheet.paste.says', {
            columns: columnsFor(sheet.kinds)
              .map((column) => columnName(t, column))
              .join(', '),
          })}
        </p>
        <Textarea
          data-autofocus
          autosize
          minRows={8}
          maxRows={16}
          label={t('app.studySheet.paste.text')}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button disabled={lines.length === 0} onClick={take}>
            {t('app.studySheet.paste.take', { count: number(lines.length) })}
          </Button>
        </Group>
      </div>
    </Modal>
  )
}

/** `Đơn vị`; of a count `Đảng viên: có mặt`. */
function columnName(t: (key: string) => string, column: Column): string {
  const [kind, half] = column.split('.') as [Participants | Column, string?]
  return half === undefined
    ? t(`app.studySessions.${column}`)
    : `${t(`app.studySessions.kind.${kind}`)}: ${t(`app.studySessions.${half}`).toLowerCase()}`
}
