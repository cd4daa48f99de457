import { Button } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { decideMany, getSheet, type TableRow } from '../../api/scoring.ts'
import { SCORED } from '../sheet/use-sheet.ts'
import classes from './council.module.css'

type Props = { round: string; rows: readonly TableRow[]; onDone(): void }

/** Takes what counts now as final for the ticked units. Single criteria are decided on the unit's sheet. */
export function DecideUnits({ round, rows, onDone }: Props) {
  const { t, number } = useWords()
  const [isAsked, setAsked] = useState(false)
  const [told, setTold] = useState<{ decided: number; open: number } | null>(null)
  const { run, isBusy, problem } = useWrite(decideMany, {
    refreshes: [getSheet, ...SCORED],
    onDone: ({ data }) => {
      setTold(data)
      setAsked(false)
      onDone()
    },
  })
  const count = rows.length
  const open = rows.reduce((sum, { totals }) => sum + totals.counted.of - totals.counted.said, 0)
  return (
    <>
      {told && (
        <p className={classes.told} role="status">
          {t('app.council.done', { decided: number(told.decided), open: told.open })}
        </p>
      )}
      <Button disabled={count === 0} onClick={() => setAsked(true)}>
        {t('app.council.decide', { count })}
      </Button>
      {isAsked && (
        <Confirm
          opened
          title={t('app.council.decide', { count })}
          action={t('app.council.decide', { count })}
          isBusy={isBusy}
          onConfirm={() => run({ round, units: rows.map(({ code }) => code), cells: [] })}
          onClose={() => setAsked(false)}
        >
          <p className={classes.said}>{t('app.council.decideMeans')}</p>
          <ul className={classes.what}>
            {rows.map(({ code, name, totals }) => (
              <li key={code}>
                {name}: {number(totals.counted.points, 2)} / {number(totals.counted.max)}
              </li>
            ))}
          </ul>
          {open > 0 && (
            <p className={classes.said}>
              <b className="warn">{t('app.council.stillOpen', { count: open })}</b>
            </p>
          )}
          {problem && <ErrorNote problem={problem} />}
        </Confirm>
      )}
    </>
  )
}
