import { Kbd } from '@mantine/core'
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCircleDashed,
  IconCloudUp,
} from '@tabler/icons-react'
import { memo, useDeferredValue } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { useSnap } from '../grid/use-snap.ts'
import type { Counts } from '../rules/problems.ts'
import { COUNTS, countsOf, type SheetStore } from '../store/sheet-store.ts'
import classes from './parts.module.css'

const MARKS = [
  ['saved', IconCheck, 'done'],
  ['queued', IconCloudUp, 'wait'],
  ['stuck', IconAlertOctagon, 'back'],
  ['returned', IconArrowBackUp, 'back'],
  ['look', IconAlertTriangle, 'warn'],
  ['missing', IconCircleDashed, 'idle'],
] as const satisfies readonly (readonly [keyof Counts, typeof IconCheck, string])[]

const KEYS = [
  ['Enter', 'down'],
  ['Tab', 'right'],
  ['F2', 'edit'],
  ['Ctrl D', 'fill'],
  ['F8', 'next'],
  ['?', 'all'],
] as const

/** The foot of the sheet: the keys, and how many cells are in which state. */
export function StatusLine({ sheet }: { sheet: SheetStore }) {
  const { t } = useWords()
  // Counted a moment after the key, when the cell has been drawn
  const revision = useDeferredValue(useSnap(sheet, COUNTS, () => sheet.revision))
  return (
    <footer className={classes.status}>
      <div className={classes.keys} id="sheet-keys">
        {KEYS.map(([key, does]) => (
          <span key={key}>
            <Kbd>{key}</Kbd> {t(`app.sheet.key.${does}`)}
          </span>
        ))}
        <span className="vh">{t('app.sheet.key.leave')}</span>
      </div>
      <CountMarks sheet={sheet} revision={revision} />
    </footer>
  )
}

const CountMarks = memo(function CountMarks({ sheet }: { sheet: SheetStore; revision: number }) {
  const { t } = useWords()
  const counts = countsOf(sheet)
  return (
    <div className={classes.counts} role="status">
      {MARKS.filter(([name]) => counts[name] > 0).map(([name, Icon, tone]) => (
        <span key={name} className={`st ${tone}`}>
          <Icon size={15} stroke={1.75} aria-hidden />
          {t(`app.sheet.count.${name}`, { count: counts[name] })}
        </span>
      ))}
    </div>
  )
})
