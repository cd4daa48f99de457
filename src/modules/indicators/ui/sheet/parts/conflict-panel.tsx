import { Button, Radio } from '@mantine/core'
import { useEffect, useState } from 'react'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead, useRead } from '#web/sync/use-read.ts'
import { getReport, getReportHistory } from '../../../api.ts'
import { fullNameOfColumn } from '../grid/cell-words.ts'
import { type Clash, clashesOf, settle } from '../store/settle.ts'
import type { SheetStore } from '../store/sheet-store.ts'
import classes from './parts.module.css'
import { SidePanel } from './side-panel.tsx'

type Props = { sheet: SheetStore; row: number; onClose(): void; onSettled(): void }

/** Both values of each cell, who wrote the other one and when; a person chooses, cell by cell. */
export function ConflictPanel({ sheet, row, onClose, onSettled }: Props) {
  const { t, instant } = useWords()
  const { unit } = sheet.rows[row]!
  const key = { form: sheet.form, unit: unit.code, period: sheet.period }
  const theirs = useEtagRead(getReport, key)
  const history = useRead(getReportHistory, key)
  const [isFresh, setFresh] = useState(false)
  const [mine, setMine] = useState<Record<number, boolean>>({})
  const [isBusy, setBusy] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once more when it opens, whatever was read before
  useEffect(() => {
    Promise.all([theirs.refetch(), history.refetch()]).then(() => setFresh(true))
  }, [])
  const sent = isFresh ? theirs.data : undefined
  const clashes = sent ? clashesOf(sheet, row, sent.data) : []
  const [last] = history.data?.versions ?? []
  const choose = async () => {
    setBusy(true)
    const kept = clashes.filter((clash) => isMine(mine, clash)).map(({ col }) => col)
    await settle(sheet, row, kept, sent?.etag ?? null)
    onSettled()
    onClose()
  }
  return (
    <SidePanel
      title={t('app.sheet.conflict.title', { unit: unit.name })}
      note={t('app.sheet.conflict.text')}
      onClose={onClose}
      foot={
        <Button loading={isBusy} disabled={!sent} onClick={choose}>
          {t('app.sheet.conflict.write')}
        </Button>
      }
    >
      {theirs.isError && (
        <ErrorNote problem={theirs.error} safe={t('app.error.safe')} retry={() => theirs.refetch()} />
      )}
      {!sent && !theirs.isError && <LoadingBars rows={3} />}
      {last && (
        <p className={classes.note}>
          {t('app.sheet.conflict.who', {
            by: last.submittedBy ?? last.savedBy,
            at: instant(last.submittedAt ?? last.savedAt),
          })}
        </p>
      )}
      {clashes.map((clash) => (
        <ClashChoice
          key={clash.col}
          sheet={sheet}
          clash={clash}
          isMine={isMine(mine, clash)}
          onChoose={(value) => setMine({ ...mine, [clash.col]: value })}
        />
      ))}
    </SidePanel>
  )
}

/** Until the person says otherwise, their own entry stands where the other one wrote nothing else. */
const isMine = (mine: Record<number, boolean>, { col }: Clash) => mine[col] ?? true

type ChoiceProps = { sheet: SheetStore; clash: Clash; isMine: boolean; onChoose(isMine: boolean): void }

function ClashChoice({ sheet, clash, isMine, onChoose }: ChoiceProps) {
  const { t, number, lang } = useWords()
  const column = sheet.columns[clash.col]!
  return (
    <Radio.Group
      mb="md"
      label={`${fullNameOfColumn(column, lang)} (${column.unitOfMeasure})`}
      value={isMine ? 'mine' : 'theirs'}
      onChange={(value) => onChoose(value === 'mine')}
    >
      <Radio value="mine" mt={4} label={t('app.sheet.conflict.mine', { value: number(clash.mine) })} />
      <Radio value="theirs" mt={4} label={t('app.sheet.conflict.theirs', { value: number(clash.theirs) })} />
    </Radio.Group>
  )
}
