import type { ReactNode } from 'react'
import { useEffect } from 'react'
import classes from './page-head.module.css'

/** The top of a page: one title, one line of facts, actions on the right. */
export function PageHead({
  title,
  facts,
  actions,
}: {
  title: string
  facts?: ReactNode
  actions?: ReactNode
}) {
  useEffect(() => {
    document.title = `${title} · Sông Mã`
  }, [title])
  return (
    <header className={classes.head}>
      <div className={classes.words}>
        <h1>{title}</h1>
        {facts && <div className={classes.facts}>{facts}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
