import { Button } from '@mantine/core'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { drop, insist } from '#web/sync/outbox.ts'
import type { Item } from '#web/sync/outbox-item.ts'
import { useRead } from '#web/sync/use-read.ts'
import { getSheet, type Input } from '../../api/scoring.ts'
import type { Stage } from '../../schema.ts'
import { criteriaOf } from './rules/sheet-view.ts'
import { tellSaid } from './rules/tell-said.ts'
import classes from './sheet.module.css'

type Written = { round: string; unit: string; criterion: string; stage: Stage; input: Input; note: string }

/** Somebody else scored the criterion meanwhile: both words side by side, and a person chooses. */
export function ScoreConflict({ item }: { item: Item }) {
  const words = useWords()
  const { t } = words
  const { round, unit, criterion: code, stage, input, note } = item.input as Written
  const { data: sheet, error, refetch } = useRead(getSheet, { round, unit })
  const criterion = sheet && criteriaOf(sheet).find((one) => one.code === code)
  const cell =
    criterion?.cell ?? (code === sheet?.adjustment?.cell.criterion ? sheet.adjustment.cell : undefined)
  const theirs = cell?.scores.find((score) => score.stage === stage)
  const tell = (said: Input, more: string) =>
    [criterion ? tellSaid(criterion.rule, said, words) : '', more && `“${more}”`].filter(Boolean).join(' · ')
  return (
    <article className={classes.stuck} aria-label={item.label}>
      <b>{item.label}</b>
      <StateMark state="look" word={t('app.outbox.conflict')} />
      <p>{t('app.outbox.conflictText')}</p>
      {error && !sheet && <ErrorNote problem={error} retry={refetch} />}
      {!sheet && !error && <LoadingBars rows={2} />}
      {cell && (
        <>
          <p>{t('app.score.mine', { said: tell(input, note) || '–' })}</p>
          <p>{t('app.score.theirs', { said: theirs ? tell(theirs.input, theirs.note) || '–' : '–' })}</p>
        </>
      )}
      <div className={classes.sayFoot}>
        <Button variant="default" onClick={() => drop(item.id)}>
          {t('app.outbox.keepTheirs')}
        </Button>
        <Button variant="default" disabled={!cell} onClick={() => cell && insist(item.id, cell.etag)}>
          {t('app.outbox.keepMine')}
        </Button>
      </div>
    </article>
  )
}
