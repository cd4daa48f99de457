import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { AuditEntryTold } from '../../api/audit.ts'
import classes from './audit.module.css'

/** One line for each entry; opened, it shows what was before and after. */
export function AuditTable({ entries }: { entries: readonly AuditEntryTold[] }) {
  const { t, instant } = useWords()
  const [opened, setOpened] = useState<number | null>(null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys
    <section className={classes.table} aria-label={t('app.audit.entries')} tabIndex={0}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('app.audit.seq')}</th>
            <th scope="col">{t('app.audit.at')}</th>
            <th scope="col">{t('app.audit.who')}</th>
            <th scope="col">{t('app.audit.what')}</th>
            <th scope="col">{t('app.audit.subject')}</th>
            <th scope="col">{t('app.audit.unit')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const isOpen = opened === entry.seq
            const Chevron = isOpen ? IconChevronDown : IconChevronRight
            return (
              <Fragment key={entry.seq}>
                <tr className={isOpen ? 'on' : undefined}>
                  <td>
                    <UnstyledButton
                      className={classes.open}
                      aria-expanded={isOpen}
                      aria-label={t('app.audit.open', { seq: entry.seq })}
                      onClick={() => setOpened(isOpen ? null : entry.seq)}
                    >
                      <Chevron size={14} aria-hidden /> {entry.seq}
                    </UnstyledButton>
                  </td>
                  <td className={classes.at}>{instant(entry.at)}</td>
                  <td>
                    {entry.actor}
                    {entry.actingFor && <small>{t('app.audit.for', { name: entry.actingFor })}</small>}
                  </td>
                  <td>{tellAction(t, entry.action)}</td>
                  <td className={classes.subject}>{entry.subject}</td>
                  <td>{entry.unit?.name ?? ''}</td>
                </tr>
                {isOpen && (
                  <tr>
                    <td colSpan={6}>
                      <Details details={entry.details} />
                    </td>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Details({ details }: { details: Record<string, unknown> }) {
  const { t } = useWords()
  const pairs = Object.entries(details)
  if (pairs.length === 0) return <p className={classes.details}>{t('app.audit.noDetails')}</p>
  return (
    <dl className={classes.details}>
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** An action without a permission of its own is told as it is noted. */
function tellAction(t: (key: string) => string, action: string): string {
  const key = `permission.${action}`
  const told = t(key)
  return told === key ? action : told
}
