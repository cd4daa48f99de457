import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { drop } from '#web/sync/outbox.ts'
import { useEtagRead } from '#web/sync/use-read.ts'
import { getVisit, type Visit } from '../../api/visits.ts'
import { FindingCard } from '../findings/finding-card.tsx'
import classes from '../inspections.module.css'
import { useVisitDraft } from './use-visit-draft.ts'
import { VisitConflict } from './visit-conflict.tsx'
import { draftIn } from './visit-draft.ts'
import { VisitFacts } from './visit-facts.tsx'
import { VisitForm } from './visit-form.tsx'
import { WaitingFacts } from './waiting-facts.tsx'

/** One visit: written on the spot, also without a network, then followed up. */
export function VisitPage() {
  const { t, day } = useWords()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { data: sent, error, refetch } = useEtagRead(getVisit, { id }, { offline: true })
  const visit = sent?.data
  const site = visit?.site ? `, ${visit.site}` : ''
  return (
    <>
      <PageHead
        title={visit ? `${visit.unit.name}${site}` : t('app.visit.title')}
        facts={
          visit && (
            <>
              <Link to={'/inspections/$id' as never} params={{ id: visit.inspection.id } as never}>
                {visit.inspection.name}
              </Link>
              <span>{t('app.inspection.under', { number: visit.inspection.directive.number })}</span>
              <span>{t('app.inspection.plannedFor', { day: day(visit.plannedOn) })}</span>
            </>
          )
        }
      />
      <div className={classes.page}>
        {error && !visit && <ErrorNote problem={error} retry={refetch} />}
        {!visit && !error && <LoadingBars rows={10} />}
        {visit && <VisitBody key={visit.id} visit={visit} etag={sent.etag} />}
      </div>
    </>
  )
}

function VisitBody({ visit, etag }: { visit: Visit; etag: string | null }) {
  const { t } = useWords()
  const label = t('app.inspection.entry', { unit: visit.unit.name, inspection: visit.inspection.name })
  const { draft, isTouched, waiting, change, forget, send } = useVisitDraft(visit, etag, label)
  const [isOpen, setOpen] = useState(false)
  const [told, setTold] = useState<'sent' | 'waiting' | null>(null)
  const mayRecord = visit.may.includes('record')
  const isStuck = waiting?.state === 'conflict' || waiting?.state === 'refused'
  const isWriting =
    mayRecord && !isStuck && (isOpen || (isTouched && told === null) || isFirst(visit, waiting))

  if (visit.cancelledBecause !== null)
    return <EmptyNote>{t('app.inspection.cancelled', { because: visit.cancelledBecause })}</EmptyNote>
  return (
    <div className={classes.narrow}>
      {waiting?.state === 'conflict' && <VisitConflict item={waiting} />}
      {waiting?.state === 'refused' && (
        <div className={classes.stuck} role="alert">
          <StateMark state="returned" word={t('app.outbox.refused')} />
          <p>{waiting.problem?.detail}</p>
          <ul>
            {waiting.problem?.errors.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
          <div className={classes.actions}>
            <Button
              onClick={async () => {
                change(draftIn(waiting))
                setTold(null)
                setOpen(true)
                await drop(waiting.id)
              }}
            >
              {t('app.inspection.mend')}
            </Button>
          </div>
        </div>
      )}
      {waiting && !isStuck && !isWriting && <WaitingFacts draft={draft} />}
      {told === 'sent' && !waiting && (
        <p className={classes.sent} role="status">
          {t('app.inspection.sent')}
        </p>
      )}
      {isWriting ? (
        <VisitForm
          visit={visit}
          draft={draft}
          isTouched={isTouched}
          onChange={change}
          onCancel={async () => {
            await forget()
            setOpen(false)
          }}
          onSend={async () => {
            setOpen(false)
            setTold('waiting')
            setTold((await send(draft)) === 'sent' ? 'sent' : 'waiting')
          }}
        />
      ) : (
        <VisitRead
          visit={visit}
          isWaiting={waiting !== undefined}
          mayWrite={mayRecord && !isStuck}
          onOpen={() => setOpen(true)}
        />
      )}
    </div>
  )
}

/** Nothing was written of it yet: the form is what one came for. */
const isFirst = (visit: Visit, waiting: unknown): boolean => visit.record === null && waiting === undefined

type Reading = { visit: Visit; isWaiting: boolean; mayWrite: boolean; onOpen(): void }

function VisitRead({ visit, isWaiting, mayWrite, onOpen }: Reading) {
  const { t, number } = useWords()
  const { record, found } = visit
  return (
    <>
      {record && <VisitFacts record={record} />}
      {!record && !isWaiting && <EmptyNote>{t('app.inspection.notYet')}</EmptyNote>}
      {mayWrite && (
        <div className={classes.actions}>
          <Button
            variant="default"
            leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
            onClick={onOpen}
          >
            {t('app.inspection.edit')}
          </Button>
        </div>
      )}
      {record && (
        <Section title={t('app.inspection.findings.count', { count: number(found.length) })}>
          {found.length === 0 && <EmptyNote>{t('app.inspection.findings.none')}</EmptyNote>}
          <ul className={classes.cards}>
            {found.map((finding) => (
              <FindingCard key={finding.id} finding={finding} may={visit.may} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
