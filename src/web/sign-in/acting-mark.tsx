import { UnstyledButton } from '@mantine/core'
import { IconUserShare } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import { actFor } from '#web/sync/acting-for.ts'
import { useMe } from '#web/sync/use-me.ts'
import classes from './acting-mark.module.css'

/** In view all the time while somebody acts for another; pressing it ends that. */
export function ActingMark() {
  const { t } = useWords()
  const { actingFor } = useMe()
  if (actingFor === null) return null
  return (
    <UnstyledButton
      className={classes.mark}
      title={t('app.me.stopActing')}
      aria-label={`${t('app.me.actingFor', { name: actingFor })}. ${t('app.me.stopActing')}`}
      onClick={() => actFor(null)}
    >
      <IconUserShare size={15} stroke={1.8} aria-hidden />
      <span>{t('app.me.actingFor', { name: actingFor })}</span>
    </UnstyledButton>
  )
}
