import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ImportChange } from '#platform/imports/api.ts'
import { MISSING, useWords } from '#web/kit/words.tsx'
import classes from './workbook.module.css'

const AT_ONCE = 200
const NUMBER = /^-?\d+(\.\d+)?$/

/** Each cell that changes: where it stands, of whom and what, from which value to which. */
export function ChangesTable({ changes, total }: { changes: readonly ImportChange[]; total: number }) {
  const { t, number } = useWords()
  const [shown, setShown] = useState(AT_ONCE)
  const value = (text: string) =>
    text === '' ? MISSING : NUMBER.test(text) ? number(text) : t(`app.import.quality.${text}`)
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by keys */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('app.import.changes')}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{t('app.import.cell')}</th>
              <th scope="col">{t('app.import.unit')}</th>
              <th scope="col">{t('app.import.indicator')}</th>
              <th scope="col" className={classes.number}>
                {t('app.import.before')}
              </th>
              <th scope="col" className={classes.number}>
                {t('app.import.after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, shown).map(({ at, unit, indicator, before, after }) => (
              <tr key={at}>
                <td className={classes.address}>{at}</td>
                <td>{unit.name}</td>
                <td>{indicator.label || t('app.import.quality')}</td>
                <td className={classes.number}>{value(before)}</td>
                <td className={classes.number}>
                  <b>{value(after)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {shown < total && (
        <p className={classes.more}>
          {t('app.import.shown', { shown: number(Math.min(shown, changes.length)), total: number(total) })}
          {shown < changes.length && (
            <Button variant="default" onClick={() => setShown(shown + AT_ONCE)}>
              {t('app.import.more')}
            </Button>
          )}
        </p>
      )}
    </>
  )
}
