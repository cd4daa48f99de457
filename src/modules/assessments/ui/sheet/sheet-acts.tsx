import { Button } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { endExplaining, getSheet, type Sheet, sendScores } from '../../api/scoring.ts'
import classes from './sheet.module.css'
import { SCORED, type SheetKey } from './use-sheet.ts'

type Props = { of: SheetKey; sheet: Sheet; waiting: number }

/** What is done with the whole sheet: sending one's own scores, or saying that the cuts are answered. */
export function SheetActs({ of, sheet, waiting }: Props) {
  const { t } = useWords()
  const [asked, setAsked] = useState<'send' | 'explain-done' | null>(null)
  const may = sheet.may.find((act) => act !== 'evidence')
  if (!may) return null
  return (
    <>
      <Button disabled={waiting > 0} onClick={() => setAsked(may as 'send' | 'explain-done')}>
        {t(may === 'send' ? 'app.score.send' : 'app.score.explainDone')}
      </Button>
      {asked === 'send' && <Send of={of} sheet={sheet} onClose={() => setAsked(null)} />}
      {asked === 'explain-done' && <EndExplaining of={of} sheet={sheet} onClose={() => setAsked(null)} />}
    </>
  )
}

type Asked = { of: SheetKey; sheet: Sheet; onClose(): void }

function Send({ of, sheet, onClose }: Asked) {
  const { t, number } = useWords()
  const { run, isBusy, problem } = useWrite(sendScores, { refreshes: [getSheet, ...SCORED], onDone: onClose })
  const { scores, evidence } = sheet.missing
  const { self } = sheet.totals
  return (
    <Confirm
      opened
      title={t('app.score.send')}
      action={t(scores.length > 0 ? 'app.score.sendAnyway' : 'app.score.send')}
      isBusy={isBusy}
      onConfirm={() => run({ ...of, anyway: scores.length > 0 })}
      onClose={onClose}
    >
      <p className={classes.said}>
        {t('app.score.sendWhat', {
          unit: sheet.unit.name,
          points: self ? number(self.points, 2) : '–',
          max: self ? number(self.max) : '–',
        })}
      </p>
      {scores.length > 0 && (
        <p className={classes.said}>
          <b className="warn">{t('app.score.missingScores', { count: scores.length })}</b> {scores.join(', ')}
        </p>
      )}
      {evidence.length > 0 && (
        <p className={classes.said}>
          <b className="warn">{t('app.score.missingEvidence', { count: evidence.length })}</b>{' '}
          {evidence.join(', ')}
        </p>
      )}
      <p className={classes.said}>{t('app.score.sendMeans')}</p>
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}

function EndExplaining({ of, sheet, onClose }: Asked) {
  const { t } = useWords()
  const { run, isBusy, problem } = useWrite(endExplaining, {
    refreshes: [getSheet, ...SCORED],
    onDone: onClose,
  })
  const { explanations } = sheet.missing
  return (
    <Confirm
      opened
      title={t('app.score.explainDone')}
      action={t('app.score.explainDone')}
      isBusy={isBusy}
      onConfirm={() => run(of)}
      onClose={onClose}
    >
      <p className={classes.said}>{t('app.score.explainMeans', { unit: sheet.unit.name })}</p>
      {explanations.length > 0 && (
        <p className={classes.said}>
          <b className="warn">{t('app.score.missingExplanations', { count: explanations.length })}</b>{' '}
          {explanations.join(', ')}
        </p>
      )}
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}
