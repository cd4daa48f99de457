import { EvidenceField } from '#web/kit/evidence/evidence-field.tsx'
import { EmptyNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Answer } from '../../api/duties.ts'
import classes from './duties.module.css'

const MARKS = { accepted: 'approved', returned: 'returned' } as const

/** What the unit has linked, the latest first, and what the office said to it. */
export function AnswerList({ answers }: { answers: readonly Answer[] }) {
  const { t, instant, number } = useWords()
  return (
    <Section title={t('app.duties.answers')}>
      {answers.length === 0 && <EmptyNote>{t('app.duties.noAnswer')}</EmptyNote>}
      {answers.map(({ version, kind, label, note, files, sent, decided }) => (
        <article
          key={version}
          className={classes.answer}
          aria-label={t('app.duties.version', { n: number(version) })}
        >
          <b>
            {t(`app.duties.kind.${kind}`)}
            {label && `: ${label}`}
          </b>{' '}
          {decided ? (
            <StateMark state={MARKS[decided.decision]} word={t(`app.duties.state.${decided.decision}`)} />
          ) : (
            <StateMark state="submitted" word={t('app.duties.state.answered')} />
          )}
          <small>{t('app.duties.sent', { by: sent.by, at: instant(sent.at) })}</small>
          {note && <div>{note}</div>}
          {files.length > 0 && <EvidenceField unit="" fileIds={files} />}
          {decided && (
            <>
              {decided.reason && <div className={classes.quote}>“{decided.reason}”</div>}
              <small>{t('app.duties.decided', { by: decided.by, at: instant(decided.at) })}</small>
            </>
          )}
        </article>
      ))}
    </Section>
  )
}
