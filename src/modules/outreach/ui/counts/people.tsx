import { useWords } from '#web/kit/words.tsx'
import type { OutreachCount } from '../../schema.ts'

/** How many people, and of how many activities that is known; missing when of none. */
export function People({ count: { activities, reached, told } }: { count: OutreachCount }) {
  const { t, number } = useWords()
  return (
    <>
      {number(told === 0 ? null : reached)}
      {told > 0 && told < activities && (
        <small>{t('app.outreach.told', { told: number(told), activities: number(activities) })}</small>
      )}
    </>
  )
}
