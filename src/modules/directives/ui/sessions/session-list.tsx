import { useWords } from '#web/kit/words.tsx'
import type { StudySession } from '../../api/sessions.ts'
import classes from './sessions.module.css'
import { Share } from './share.tsx'

type Props = { sessions: readonly StudySession[]; onOpen(id: string): void }

/** The sessions, the latest first: one line each, which opens the whole of it. */
export function SessionList({ sessions, onOpen }: Props) {
  const { t } = useWords()
  return (
    <ul className={classes.list} aria-label={t('app.studySessions.title')}>
      {sessions.map((session) => (
        <SessionLine key={session.id} session={session} onOpen={() => onOpen(session.id)} />
      ))}
    </ul>
  )
}

function SessionLine({ session, onOpen }: { session: StudySession; onOpen(): void }) {
  const { t, day } = useWords()
  const { unit, cell, directive, heldOn, form, withdrawn, invited, attended } = session
  return (
    <li data-gone={withdrawn !== null || undefined}>
      <div>
        <button type="button" className="fig" onClick={onOpen}>
          {cell === '' ? unit.name : `${cell}, ${unit.name}`}
        </button>
        <small>
          {day(heldOn)} · {t(`app.studySessions.form.${form}`)}
        </small>
        <small className={classes.excerpt}>
          {directive.number}: {directive.excerpt}
        </small>
        {withdrawn && <small>{t('app.studySessions.withdrawn', { because: withdrawn.because })}</small>}
      </div>
      <Share invited={invited} attended={attended} />
    </li>
  )
}
