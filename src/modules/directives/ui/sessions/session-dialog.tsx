import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { EvidenceField } from '#web/kit/evidence/evidence-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import {
  changeSession,
  getSession,
  listSessions,
  type OneSession,
  withdrawSession,
} from '../../api/sessions.ts'
import type { SessionForm } from '../../schema.ts'
import { faultyKind, isBlank, lineOf, rowOf } from './rules/line.ts'
import { SessionFacts } from './session-facts.tsx'
import { SessionFields } from './session-fields.tsx'
import classes from './sessions.module.css'

type Doing = 'reading' | 'changing' | 'withdrawing'
type Asked = { session: OneSession; etag: string | null; onDone(): void; onBack(): void }
const REFRESHES = [listSessions, getSession]

/** One session whole; corrected or withdrawn by whoever may. */
export function SessionDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useWords()
  const isPhone = useMediaQuery('(max-width: 760px)') ?? false
  const [doing, setDoing] = useState<Doing>('reading')
  const { data, error, refetch } = useEtagRead(getSession, { id })
  const asked = data && {
    session: data.data,
    etag: data.etag,
    onDone: () => setDoing('reading'),
    onBack: () => setDoing('reading'),
  }
  return (
    <Modal
      opened
      fullScreen={isPhone}
      size="lg"
      onClose={onClose}
      title={t('app.studySessions.one')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {error && !data && <ErrorNote problem={error} retry={() => refetch()} />}
      {!data && !error && <LoadingBars rows={6} />}
      {asked && doing === 'reading' && <Reading session={asked.session} onDo={setDoing} />}
      {asked && doing === 'changing' && <Changing key={asked.etag} {...asked} />}
      {asked && doing === 'withdrawing' && <Withdrawing {...asked} />}
    </Modal>
  )
}

function Reading({ session, onDo }: { session: OneSession; onDo(doing: Doing): void }) {
  const { t } = useWords()
  return (
    <div className={classes.form}>
      <SessionFacts session={session} />
      {session.files.length > 0 && <EvidenceField unit={session.unit.code} fileIds={session.files} />}
      {session.may.length > 0 && (
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={() => onDo('withdrawing')}>
            {t('app.studySessions.withdraw')}
          </Button>
          <Button variant="default" onClick={() => onDo('changing')}>
            {t('app.studySessions.change')}
          </Button>
        </Group>
      )}
    </div>
  )
}

function Changing({ session, etag, onDone, onBack }: Asked) {
  const { t } = useWords()
  const [line, setLine] = useState(() => lineOf(session))
  const { run, isBusy, problem } = useWrite(changeSession, { refreshes: REFRESHES, onDone })
  const isReady = line.heldOn !== '' && !isBlank(line) && faultyKind(line) === undefined
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const { unit: _, ...row } = rowOf(line)
        if (isReady)
          run({ id: session.id, ...row, form: line.form as SessionForm }, { ifMatch: etag ?? undefined })
      }}
    >
      <SessionFields
        line={line}
        errorOf={fieldErrors(problem)}
        onChange={(change) => setLine({ ...line, ...change })}
      />
      {problem && <ErrorNote problem={problem} safe={t('app.studySessions.kept')} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onBack}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={!isReady}>
          {t('app.studySessions.save')}
        </Button>
      </Group>
    </form>
  )
}

function Withdrawing({ session, etag, onDone, onBack }: Asked) {
  const { t, day } = useWords()
  const [reason, setReason] = useState('')
  const { run, isBusy, problem } = useWrite(withdrawSession, { refreshes: REFRESHES, onDone })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') run({ id: session.id, reason }, { ifMatch: etag ?? undefined })
      }}
    >
      <p>
        {t('app.studySessions.withdrawSays', {
          number: session.directive.number,
          unit: session.unit.name,
          day: day(session.heldOn),
        })}
      </p>
      <Textarea
        required
        autosize
        minRows={2}
        maxLength={2_000}
        label={t('app.studySessions.reason')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {problem && <ErrorNote problem={problem} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onBack}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={reason.trim() === ''}>
          {t('app.studySessions.withdraw')}
        </Button>
      </Group>
    </form>
  )
}
