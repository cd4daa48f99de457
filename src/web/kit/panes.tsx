import type { ReactNode } from 'react'
import classes from './panes.module.css'

type Parts = {
  list?: ReactNode
  children: ReactNode
  side?: ReactNode
  listLabel?: string
  sideLabel?: string
}

/** List, work and grounds side by side; each scrolls by itself. Under 1200 px the grounds come below the work. */
export function Panes({ list, children, side, listLabel, sideLabel }: Parts) {
  return (
    <div className={classes.panes}>
      {list && (
        <aside className={classes.list} aria-label={listLabel}>
          {list}
        </aside>
      )}
      <div className={classes.work}>{children}</div>
      {side && (
        <aside className={classes.side} aria-label={sideLabel}>
          {side}
        </aside>
      )}
    </div>
  )
}

/** A group with a heading and space, and no box around it. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={classes.section}>
      <div className={classes.title}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
