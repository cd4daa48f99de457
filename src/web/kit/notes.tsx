import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { ApiProblem, NoNetwork } from '#web/sync/call.ts'
import classes from './notes.module.css'
import { useWords } from './words.tsx'

/** Nothing here: what is true, and what comes next. */
export function EmptyNote({ children }: { children: ReactNode }) {
  return <p className={classes.empty}>{children}</p>
}

/** What failed, in the server's words, and a way on. `safe` says what is not lost. */
export function ErrorNote({ problem, safe, retry }: { problem: unknown; safe?: string; retry?: () => void }) {
  const { t } = useWords()
  const offline = problem instanceof NoNetwork
  const told = problem instanceof ApiProblem ? problem.told : null
  const Icon = offline ? IconCloudOff : IconAlertTriangle
  return (
    <div role="alert" className={offline ? classes.offline : classes.error}>
      <Icon size={18} stroke={1.75} aria-hidden />
      <div>
        <p>{offline ? t('app.offline.needed') : (told?.detail ?? t('app.error.unknown'))}</p>
        {told && told.errors.length > 0 && (
          <ul>
            {told.errors.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        )}
        {safe && <p>{safe}</p>}
        {told && <code>{told.code}</code>}
      </div>
      {retry && (
        <Button variant="default" onClick={retry}>
          {t('app.error.retry')}
        </Button>
      )}
    </div>
  )
}

const PATIENCE_MS = 300

/** Grey bars in the place of `rows` lines, after a moment in which nothing is better. */
export function LoadingBars({ rows = 6 }: { rows?: number }) {
  const { t } = useWords()
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" className={classes.loading} aria-label={t('app.loading')}>
      {isLate && widthsOf(rows).map((width) => <i key={width} style={{ width: `${width}%` }} />)}
    </div>
  )
}

/** Lengths as of words, no two alike. */
const widthsOf = (rows: number) =>
  Array.from({ length: rows }, (_, row) => 92 - ((row * 17) % 40) - row / 100)
