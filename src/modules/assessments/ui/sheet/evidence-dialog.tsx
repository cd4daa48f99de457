import { Button, Modal, MultiSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '#web/kit/day-field.tsx'
import { EvidenceField } from '#web/kit/evidence/evidence-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { enqueue } from '#web/sync/outbox.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { addEvidence, changeEvidence, type Evidence, getSheet, withdrawEvidence } from '../../api/scoring.ts'
import classes from './sheet.module.css'
import type { SheetKey } from './use-sheet.ts'

type Props = {
  of: SheetKey
  period: string
  criteria: readonly { code: string; name: string }[]
  /** Null: a new one. */
  piece: Evidence | null
  /** The criterion from which it was opened. */
  first: string
  onClose(): void
}

const fieldsOf = (piece: Evidence | null, first: string) => ({
  number: piece?.number ?? '',
  issuer: piece?.issuer ?? '',
  issuedOn: piece?.issuedOn ?? '',
  page: piece?.page ?? '',
  link: piece?.link ?? '',
  file: piece?.file?.id ?? null,
  criteria: piece?.criteria ?? [first],
})

/** One piece of evidence: which document, of which day, on which page, and which criteria it serves. */
export function EvidenceDialog({ of, period, criteria, piece, first, onClose }: Props) {
  const { t } = useWords()
  const [draft, setDraft] = useState(() => fieldsOf(piece, first))
  const put = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }))
  const after = { refreshes: [getSheet], onDone: onClose }
  const add = useWrite(addEvidence, after)
  const change = useWrite(changeEvidence, after)
  const withdraw = useWrite(withdrawEvidence, after)
  const problem = add.problem ?? change.problem ?? withdraw.problem
  const errorOf = fieldErrors(problem)
  const isBusy = add.isBusy || change.isBusy || withdraw.isBusy
  const isWhole = draft.number.trim() !== '' && draft.criteria.length > 0
  const save = () => {
    const body = { ...of, ...draft, number: draft.number.trim(), issuedOn: draft.issuedOn || null }
    if (piece) return change.run({ ...body, id: piece.id })
    const isHere = draft.file?.startsWith('local:') || !navigator.onLine
    if (!isHere) return add.run(body)
    enqueue(addEvidence, body, { label: t('app.score.evidenceLabel', { name: body.number }), unit: of.unit })
    return onClose()
  }
  return (
    <Modal
      opened
      centered
      title={t(piece ? 'app.score.changeEvidence' : 'app.score.addEvidence')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      onClose={onClose}
    >
      <form
        noValidate
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          if (isWhole && !isBusy) save()
        }}
      >
        <TextInput
          required
          data-autofocus
          maxLength={200}
          label={t('app.score.document')}
          placeholder={t('app.score.documentPlaceholder')}
          value={draft.number}
          error={errorOf('number')}
          onChange={({ currentTarget: { value } }) => put({ number: value })}
        />
        <TextInput
          maxLength={200}
          label={t('app.score.issuer')}
          value={draft.issuer}
          error={errorOf('issuer')}
          onChange={({ currentTarget: { value } }) => put({ issuer: value })}
        />
        <div className={classes.pair}>
          <DayField
            label={t('app.score.issuedOn')}
            value={draft.issuedOn}
            error={errorOf('issuedOn')}
            onChange={(issuedOn) => put({ issuedOn })}
          />
          <TextInput
            maxLength={60}
            label={t('app.score.pageLabel')}
            value={draft.page}
            error={errorOf('page')}
            onChange={({ currentTarget: { value } }) => put({ page: value })}
          />
        </div>
        <TextInput
          maxLength={500}
          label={t('app.score.link')}
          placeholder="https://"
          value={draft.link}
          error={errorOf('link')}
          onChange={({ currentTarget: { value } }) => put({ link: value })}
        />
        <EvidenceField
          unit={of.unit}
          period={period}
          fileIds={draft.file ? [draft.file] : []}
          onChange={(ids) => put({ file: ids.at(-1) ?? null })}
        />
        <MultiSelect
          searchable
          label={t('app.score.servesWhich')}
          value={draft.criteria}
          data={criteria.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          error={errorOf('criteria')}
          maxDropdownHeight={220}
          onChange={(chosen) => put({ criteria: chosen })}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
        <div className={classes.dialogFoot}>
          {piece && (
            <Button
              variant="subtle"
              color="brick"
              disabled={isBusy}
              onClick={() => withdraw.run({ ...of, id: piece.id })}
            >
              {t('app.score.withdraw')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!isWhole}>
            {t('app.score.saveEvidence')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
