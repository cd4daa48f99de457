import { Button, Group, Modal, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { EvidenceField } from '#web/kit/evidence/evidence-field.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { answerDuty, type Occurrence } from '../../api/duties.ts'
import { AnswerKind } from '../../schema.ts'
import { AnswerLink } from './answer-link.tsx'
import classes from './duties.module.css'
import { REFRESHED } from './refreshed.ts'
import { type AnswerDraft, isWhole, KIND_OF, refOf } from './rules/answer-draft.ts'

type Props = { duty: Occurrence; etag: string | undefined; onClose(): void }

/** Answers a duty by linking what the unit did, with files and a note. */
export function AnswerDialog({ duty, etag, onClose }: Props) {
  const { t } = useWords()
  const start: AnswerDraft = { kind: KIND_OF[duty.duty.product], ref: {}, files: [], note: '' }
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<AnswerDraft>) => setDraft((old) => ({ ...old, ...part }))
  const { run, isBusy, problem } = useWrite(answerDuty, { refreshes: REFRESHED, onDone: onClose })
  const send = () =>
    run(
      { id: duty.id, kind: draft.kind, ref: refOf(draft), files: draft.files, note: draft.note },
      { ifMatch: etag },
    )
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app.duties.answer.title', { unit: duty.unit.name })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isWhole(draft)) send()
        }}
      >
        <Select
          allowDeselect={false}
          label={t('app.duties.answer.kind')}
          value={draft.kind}
          data={AnswerKind.options.map((value) => ({ value, label: t(`app.duties.kind.${value}`) }))}
          onChange={(kind) => change({ kind: AnswerKind.options.find((one) => one === kind) ?? draft.kind })}
        />
        <AnswerLink
          duty={duty}
          kind={draft.kind}
          value={draft.ref}
          onChange={(ref) => change({ ref: { ...draft.ref, ...ref } })}
        />
        <EvidenceField unit={duty.unit.code} fileIds={draft.files} onChange={(files) => change({ files })} />
        <Textarea
          autosize
          minRows={2}
          maxLength={5_000}
          label={t('app.duties.answer.note')}
          value={draft.note}
          onChange={({ currentTarget }) => change({ note: currentTarget.value })}
        />
        {problem && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!isWhole(draft)}>
            {t('app.duties.answer.send')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
