import { useWords } from '#web/kit/words.tsx'
import type { StudySession } from '../../api/sessions.ts'
import classes from './sessions.module.css'
import { Share } from './share.tsx'

/** A session in words: what, who, when, and how many came of each kind. */
export function SessionFacts({ session }: { session: StudySession }) {
  const { t, day, instant } = useWords()
  const { directive, unit, cell, heldOn, form, materials, attendance, withdrawn } = session
  const facts: [key: string, value: string][] = [
    ['directive', `${directive.number}: ${directive.excerpt}`],
    ['unit', `${unit.name} (${unit.code})`],
    ['cell', cell],
    ['heldOn', day(heldOn)],
    ['form', t(`app.studySessions.form.${form}`)],
    ['materials', materials],
    ['recorded', `${session.recordedBy}, ${instant(session.recordedAt)}`],
  ]
  return (
    <>
      {withdrawn && (
        <p className={classes.gone}>
          {t('app.studySessions.withdrawn', { because: withdrawn.because })} {withdrawn.by},{' '}
          {instant(withdrawn.at)}
        </p>
      )}
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .flatMap(([key, value]) => [
            <dt key={`${key} name`}>{t(`app.studySessions.${key}`)}</dt>,
            <dd key={key}>{value}</dd>,
          ])}
        {attendance.flatMap(({ kind, invited, attended }) => [
          <dt key={`${kind} name`}>{t(`app.studySessions.kind.${kind}`)}</dt>,
          <dd key={kind}>
            <Share invited={invited} attended={attended} />
          </dd>,
        ])}
      </dl>
    </>
  )
}
