import {
  IconAlarm,
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircleDashed,
  IconCloudUp,
  IconLock,
  IconPencil,
  IconSend,
} from '@tabler/icons-react'
import { useWords } from './words.tsx'

export type Mark =
  | 'draft'
  | 'queued'
  | 'submitted'
  | 'returned'
  | 'approved'
  | 'locked'
  | 'look'
  | 'late'
  | 'missing'

const LOOKS = {
  draft: [IconPencil, 'idle'],
  queued: [IconCloudUp, 'wait'],
  submitted: [IconSend, 'wait'],
  returned: [IconArrowBackUp, 'back'],
  approved: [IconCheck, 'done'],
  locked: [IconLock, 'idle'],
  look: [IconAlertTriangle, 'warn'],
  late: [IconAlarm, 'back'],
  missing: [IconCircleDashed, 'idle'],
} as const

/** A state as icon, word and colour. `word` says it more exactly (`Quá 2 ngày`); `pill` gives it a ground. */
export function StateMark({ state, word, pill }: { state: Mark; word?: string; pill?: boolean }) {
  const { t } = useWords()
  const [Icon, tone] = LOOKS[state]
  return (
    <span className={`st ${tone}${pill ? ' pill' : ''}`}>
      <Icon size={15} stroke={1.75} aria-hidden />
      {word ?? t(`app.state.${state}`)}
    </span>
  )
}
