import { CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '#web/kit/words.tsx'
import classes from './side-panel.module.css'

type Props = { title: string; note?: string; onClose(): void; foot?: ReactNode; children: ReactNode }

/** A drawer that pushes the work aside; under 1200 px it covers it. Esc closes it, and focus goes back. */
export function SidePanel({ title, note, onClose, foot, children }: Props) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <aside
      className={classes.panel}
      aria-label={title}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {note && <p>{note}</p>}
        </div>
        <CloseButton aria-label={t('app.close')} onClick={onClose} />
      </header>
      <div className={classes.body}>{children}</div>
      {foot && <footer>{foot}</footer>}
    </aside>
  )
}
