import { Link } from '@tanstack/react-router'
import { noticeLink } from '#modules/work/rules/links.ts'
import type { Notice } from '#modules/work/schema.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import classes from './notices.module.css'

/** One notice: what happened to what, why, who and when, and the way there. */
export function NoticeLine({ notice, onOpen }: { notice: Notice; onOpen(): void }) {
  const { t, lang, day, instant } = useWords()
  const { kind, form, period, duty, judged, unit, units, by, reason, dueOn, at, isRead } = notice
  const step = judged && t(`app.work.step.${judged.step}`, { name: judged.name, subjects: units })
  const about = step ? step : duty ? duty.task : (lang === 'en' && form?.nameEn) || (form?.name ?? '')
  const link = noticeLink(notice)
  const facts = [
    ...(duty ? [duty.directive.number] : []),
    ...(period === null ? [] : [tellPeriod(t, period)]),
    unit ? unit.name : t('app.notice.units', { count: units }),
    ...(dueOn ? [t('app.notice.dueOn', { day: day(dueOn) })] : []),
  ]
  return (
    <li className={isRead ? classes.line : `${classes.line} ${classes.unread}`}>
      {!isRead && <span className="vh">{t('app.notice.unread')}: </span>}
      <Link to={link as never} onClick={onOpen}>
        {step && kind !== 'due' && kind !== 'overdue' ? step : t(`app.notice.told.${kind}`, { form: about })}
      </Link>
      <small>{facts.join(' · ')}</small>
      {reason && <q>{reason}</q>}
      <small>{[by, instant(at)].filter((part) => part !== null).join(', ')}</small>
    </li>
  )
}
