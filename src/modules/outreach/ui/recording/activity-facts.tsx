import { useWords } from '#web/kit/words.tsx'
import type { Activity } from '../../api/outreach.ts'
import classes from '../outreach.module.css'

/** An activity in words, for who may only read. */
export function ActivityFacts({ activity }: { activity: Activity }) {
  const { t, day, number, instant, lang } = useWords()
  const { form, subject, heldOn, reached, unit, place, programme, directive, by, at } = activity
  const facts: [key: string, value: string][] = [
    ['subject', subject],
    ['form', t(`app.outreach.form.${form}`)],
    ['heldOn', day(heldOn)],
    ['unit', unit.name],
    ['place', place],
    ['reached', number(reached)],
    ['programme', programme ? (lang === 'en' && programme.nameEn) || programme.name : ''],
    ['directive', directive ? `${directive.number}: ${directive.excerpt}` : ''],
    ['by', by && at ? `${by}, ${instant(at)}` : ''],
  ]
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value !== '')
        .flatMap(([key, value]) => [
          <dt key={`${key} name`}>{t(`app.outreach.${key}`)}</dt>,
          <dd key={key}>{value}</dd>,
        ])}
    </dl>
  )
}
