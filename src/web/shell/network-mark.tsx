import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { useOutbox } from '#web/sync/outbox.ts'

const subscribe = (listen: () => void) => {
  window.addEventListener('online', listen)
  window.addEventListener('offline', listen)
  return () => {
    window.removeEventListener('online', listen)
    window.removeEventListener('offline', listen)
  }
}
export const useOnline = () => useSyncExternalStore(subscribe, () => navigator.onLine)

/** What of this person's work is only on this device: opens the outbox. */
export function NetworkMark() {
  const { t } = useWords()
  const { items } = useOutbox()
  const isOnline = useOnline()
  const stuck = items.filter(({ state }) => state === 'refused' || state === 'conflict').length
  const [Icon, tone, text] = !isOnline
    ? ([IconCloudOff, 'wait', t('app.outbox.offline', { count: items.length })] as const)
    : stuck > 0
      ? ([IconAlertTriangle, 'back', t('app.outbox.stuck', { count: stuck })] as const)
      : items.length > 0
        ? ([IconCloudUp, 'wait', t('app.outbox.waiting', { count: items.length })] as const)
        : ([IconCloudCheck, 'idle', t('app.outbox.clear')] as const)
  return (
    <span role="status">
      <Link to={'/outbox' as never} className={`st pill net ${tone}`} aria-label={text}>
        <Icon size={16} stroke={1.6} aria-hidden />
        <span>{text}</span>
      </Link>
    </span>
  )
}
