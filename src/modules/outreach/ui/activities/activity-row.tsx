import { useWords } from '#web/kit/words.tsx'
import type { Activity } from '../../api/outreach.ts'
import classes from '../outreach.module.css'

/** One activity: what, when, where and by whom; how many people. One that counts by itself leads to where it stands. */
export function ActivityRow({ activity, onOpen }: { activity: Activity; onOpen(): void }) {
  const { t, day, number, lang } = useWords()
  const { form, subject, heldOn, place, unit, reached, programme, directive, link } = activity
  const where = [day(heldOn), t(`app.outreach.form.${form}`), unit.name, place].filter((part) => part !== '')
  const what = [programme && ((lang === 'en' && programme.nameEn) || programme.name), directive?.number]
  const serves = what.filter((part) => part)
  return (
    <li>
      <div>
        {link === null ? (
          <button type="button" className={`fig ${classes.subject}`} onClick={onOpen}>
            {subject}
          </button>
        ) : (
          <a className={`fig ${classes.subject}`} href={link}>
            {subject}
          </a>
        )}
        <small>{where.join(' · ')}</small>
        {serves.length > 0 && <small>{serves.join(' · ')}</small>}
      </div>
      <span className={classes.people}>
        {number(reached)}
        <small>{t('app.outreach.people')}</small>
      </span>
    </li>
  )
}
