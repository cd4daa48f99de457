import type { ReactNode } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { daysBetween, todayHere } from './today.ts'

/** `Hạn gửi 18/12, còn 2 ngày`, `quá 3 ngày`. @param isDone sent already: then only the day is said. */
export function DueDay({
  dueOn,
  icon,
  isDone = false,
}: {
  dueOn: string
  icon?: ReactNode
  isDone?: boolean
}) {
  const { t, day } = useWords()
  const left = daysBetween(todayHere(), dueOn)
  const tone = isDone ? 'idle' : left < 0 ? 'back' : left <= 3 ? 'warn' : 'idle'
  const key = isDone ? 'plain' : left < 0 ? 'past' : left === 0 ? 'today' : 'left'
  return (
    <span className={`st ${tone}`}>
      {icon}
      {t(`app.forms.due.${key}`, { day: day(dueOn), days: Math.abs(left) })}
    </span>
  )
}
