import { Button, Popover, Textarea } from '@mantine/core'
import { IconMessage, IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { CellView } from '../rules/cell-view.ts'
import type { Spot } from '../rules/move.ts'
import { change } from '../store/change.ts'
import type { SheetStore } from '../store/sheet-store.ts'
import { CellEvidence } from './cell-evidence.tsx'
import classes from './parts.module.css'

type Props = { sheet: SheetStore; at: Spot; view: CellView; unit: string }

/** Remark and evidence of one value. */
export function CellComment({ sheet, at, view, unit }: Props) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState(view.comment)
  const close = () => {
    setOpen(false)
    if (text.trim() !== view.comment) change(sheet, [{ ...at, change: { comment: text.trim() } }])
  }
  const files = view.evidenceIds.length
  return (
    <Popover
      opened={isOpen}
      onChange={(now) => (now ? setOpen(true) : close())}
      position="bottom-end"
      width={320}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="subtle"
          className={classes.remark!}
          leftSection={
            view.comment ? <IconMessage size={15} aria-hidden /> : <IconPaperclip size={15} aria-hidden />
          }
          onClick={() => (isOpen ? close() : setOpen(true))}
        >
          {view.comment || files > 0
            ? t('app.sheet.remarks', { files, remark: view.comment ? 1 : 0 })
            : t('app.sheet.addRemark')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('app.sheet.remark')}>
        <Textarea
          label={t('app.sheet.remark')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <CellEvidence sheet={sheet} at={at} view={view} unit={unit} />
        <Button mt="sm" variant="default" onClick={close}>
          {t('app.close')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
