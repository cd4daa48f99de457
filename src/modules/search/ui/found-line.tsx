import {
  IconBuilding,
  IconChartBar,
  IconFileText,
  IconHash,
  IconTable,
  IconTarget,
} from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { Found } from '../api.ts'
import classes from './search.module.css'

const ICONS = {
  unit: IconBuilding,
  programme: IconTarget,
  figure: IconHash,
  indicator: IconChartBar,
  form: IconTable,
  directive: IconFileText,
} as const

type Props = { id: string; found: Found; isHere: boolean; onPoint(): void; onOpen(): void }

/** One answer: its name, what it is, and of a name of the past until when it held and what it is called now. */
export function FoundLine({ id, found, isHere, onPoint, onOpen }: Props) {
  const { t, day } = useWords()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isHere) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  const Icon = ICONS[found.kind]
  const { until, nowCalled } = found
  const facts = [
    t(`app.search.kind.${found.kind}`),
    found.within,
    until && t('app.search.until', { day: day(until) }),
    nowCalled && t('app.search.nowCalled', { name: nowCalled }),
  ]
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above listens to the keys
    <div
      ref={line}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isHere}
      className={classes.line}
      onMouseMove={onPoint}
      onClick={onOpen}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
      <span>
        {found.name}
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </span>
      <code>{found.kind === 'directive' ? found.about : found.code}</code>
    </div>
  )
}
