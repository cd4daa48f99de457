import { Button, Group, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { ApiProblem, type ProblemTold } from '#web/sync/call.ts'
import { drop, enqueue, outboxNow } from '#web/sync/outbox.ts'
import { saveActivity } from '../../api/outreach.ts'
import { type Draft, draftFaults, emptyDraft, inputOf } from '../rules/draft.ts'
import { ActivityFields, useRecordable } from './activity-fields.tsx'
import { useToday } from './use-today.ts'

/** `isKept`: on this device only, until there is a network. */
export type Recorded = { text: string; isKept: boolean }
type Props = { onClose(): void; onRecorded(recorded: Recorded): void }

/** A new activity. It is on the device before it is sent, so that nothing is lost in a village without a network. */
export function RecordDialog({ onClose, onRecorded }: Props) {
  const { t, day } = useWords()
  const today = useToday()
  const isPhone = useMediaQuery('(max-width: 760px)') ?? false
  const { draft, change } = useNewDraft(today)
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemTold | null>(null)
  const isReady = Object.keys(draftFaults(draft, today)).length === 0

  async function send() {
    setTried(true)
    if (!isReady) return
    setBusy(true)
    const id = crypto.randomUUID()
    const label = t('app.outreach.label', { subject: draft.subject.trim(), day: day(draft.heldOn) })
    const outcome = await enqueue(saveActivity, inputOf(id, draft), { label, unit: draft.unit })
    setBusy(false)
    if (outcome.state === 'sent')
      return onRecorded({ text: t('app.outreach.recorded', { label }), isKept: false })
    if (outcome.state === 'waiting')
      return onRecorded({ text: t('app.outreach.kept', { label }), isKept: true })
    // What was refused is still in the form: it is corrected here, and need not wait in the outbox as well
    const item = outboxNow().items.find(({ input }) => (input as { id?: string }).id === id)
    if (item) await drop(item.id)
    setProblem(outcome.problem)
  }

  return (
    <Modal
      opened
      fullScreen={isPhone}
      size="lg"
      onClose={onClose}
      title={t('app.outreach.record')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <ActivityFields
          draft={draft}
          isTried={isTried}
          errorOf={(path) => problem?.errors.find((error) => error.path === path)?.message}
          onChange={change}
        />
        {problem && <ErrorNote problem={new ApiProblem(problem)} safe={t('app.outreach.stillHere')} />}
        <Group justify="flex-end" gap="sm" mt="md">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('app.outreach.send')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

/** Begins with the unit that is looked at, when one may record for it; else with the first that one may. */
function useNewDraft(today: string) {
  const { unit } = useSelection()
  const [typed, setTyped] = useState<Partial<Draft>>({})
  const units = useRecordable(typed.heldOn ?? today)
  const first = units.find(({ code }) => code === unit) ?? units[0]
  const draft: Draft = { ...emptyDraft(first?.code ?? '', today), ...typed }
  return { draft, change: (change: Partial<Draft>) => setTyped((old) => ({ ...old, ...change })) }
}
