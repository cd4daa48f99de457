import { Button } from '@mantine/core'
import { saveScore } from '#modules/assessments/api/scoring.ts'
import { ScoreConflict } from '#modules/assessments/ui/sheet/score-conflict.tsx'
import { recordVisit } from '#modules/inspections/api/visits.ts'
import { VisitConflict } from '#modules/inspections/ui/visit/visit-conflict.tsx'
import { EmptyNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { drop, useOutbox } from '#web/sync/outbox.ts'
import type { Item } from '#web/sync/outbox-item.ts'
import { wakeSender } from '#web/sync/sender.ts'
import { Conflict } from './conflict.tsx'
import classes from './outbox.module.css'

/** Everything that is on this device and not at the server yet, and what a person has to decide. */
export function OutboxPage() {
  const { t, instant } = useWords()
  const { items, sent, needsSignIn } = useOutbox()
  const stuck = items.filter(({ state }) => state === 'conflict' || state === 'refused')
  const waiting = items.filter((item) => !stuck.includes(item))
  return (
    <>
      <PageHead
        title={t('app.outbox.title')}
        facts={<span>{t('app.outbox.facts')}</span>}
        actions={
          waiting.length > 0 && (
            <Button variant="default" onClick={wakeSender}>
              {t('app.outbox.sendNow')}
            </Button>
          )
        }
      />
      <div className={classes.page}>
        {needsSignIn && <p className={classes.sign}>{t('app.outbox.needsSignIn')}</p>}
        {items.length === 0 && sent.length === 0 && <EmptyNote>{t('app.outbox.empty')}</EmptyNote>}
        {stuck.length > 0 && (
          <Section title={t('app.outbox.decide')}>
            {stuck.map((item) =>
              item.state === 'conflict' ? (
                item.path === recordVisit.path ? (
                  <VisitConflict key={item.id} item={item} />
                ) : item.path === saveScore.path ? (
                  <ScoreConflict key={item.id} item={item} />
                ) : (
                  <Conflict key={item.id} item={item} />
                )
              ) : (
                <Refused key={item.id} item={item} />
              ),
            )}
          </Section>
        )}
        {waiting.length > 0 && (
          <Section title={t('app.outbox.onDevice')}>
            <ul className={classes.list}>
              {waiting.map((item) => (
                <li key={item.id}>
                  <span>
                    <b>{item.label}</b>
                    <small>{instant(item.at)}</small>
                  </span>
                  <StateMark
                    state="queued"
                    {...(item.state === 'sending' && { word: t('app.outbox.sending') })}
                  />
                </li>
              ))}
            </ul>
          </Section>
        )}
        {sent.length > 0 && (
          <Section title={t('app.outbox.sent')}>
            <ul className={classes.list}>
              {sent.map(({ id, label, at }) => (
                <li key={id}>
                  <span>
                    <b>{label}</b>
                    <small>{instant(at)}</small>
                  </span>
                  <StateMark state="submitted" word={t('app.outbox.arrived')} />
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  )
}

/** Stays with its reason until a person has read it. */
function Refused({ item }: { item: Item }) {
  const { t } = useWords()
  return (
    <article className={classes.stuck} aria-label={item.label}>
      <header>
        <b>{item.label}</b>
        <StateMark state="returned" word={t('app.outbox.refused')} />
      </header>
      <p>{item.problem?.detail}</p>
      <Button variant="default" onClick={() => drop(item.id)}>
        {t('app.outbox.drop')}
      </Button>
    </article>
  )
}
