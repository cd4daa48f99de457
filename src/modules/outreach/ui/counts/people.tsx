import { useWords } from '#web/kit/words.tsx'
import type { OutreachCount } from '../../schema.ts'
import classes from '../outreach.module.css'

/** How many people, and of how many activities that is known; missing when of none. */
export function People({ count: { activities, reached, told } }: { count: OutreachCount }) {
  const { number } = useWords()
  return (
    <>
      {number(told === 0 ? null : reached)}
      {told > 0 && told < activities && <small>{`${number(told)}/${number(activities)}`}</small>}
    </>
  )
}

/** What `2/3` under a number of people means; nothing when every activity says how many. */
export function ToldNote({ count: { activities, told } }: { count: OutreachCount }) {
  const { t, number } = useWords()
  if (told === activities) return null
  return (
    <p className={classes.note}>
      {t('app.outreach.told', { told: number(told), activities: number(activities) })}
    </p>
  )
}
