import { Button } from '@mantine/core'
import { useState } from 'react'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { listScores, type Score } from '../../api/scoring.ts'
import { CUT_REASONS, type Rule } from '../../schema.ts'
import { CutMark } from './cut-mark.tsx'
import { tellSaid } from './rules/tell-said.ts'
import classes from './sheet.module.css'
import type { SheetKey } from './use-sheet.ts'

type Props = { of: SheetKey; criterion: string; rule?: Rule; scores: readonly Score[] }

/** Who gave what and why, stage by stage; and, when asked for, everything that was ever said. */
export function ScoreList({ of, criterion, rule, scores }: Props) {
  const { t } = useWords()
  const [isWhole, setWhole] = useState(false)
  return (
    <section className={classes.group} aria-label={t('app.score.list')}>
      <h3>{t('app.score.list')}</h3>
      {scores.length === 0 && <p className={classes.hint}>{t('app.score.nobody')}</p>}
      <ol className={classes.scores}>
        {scores.map((score) => (
          <ScoreLine key={score.id} score={score} rule={rule} />
        ))}
      </ol>
      {scores.length > 0 && (
        <Button variant="subtle" size="compact-sm" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'app.score.hideHistory' : 'app.score.history')}
        </Button>
      )}
      {isWhole && <History of={of} criterion={criterion} {...(rule && { rule })} />}
    </section>
  )
}

function History({ of, criterion, rule }: Omit<Props, 'scores'>) {
  const { t } = useWords()
  const { data, error, refetch } = useRead(listScores, { ...of, criterion })
  if (error && !data) return <ErrorNote problem={error} retry={refetch} />
  if (!data) return <LoadingBars rows={3} />
  const past = data.scores.filter(({ isCurrent }) => !isCurrent)
  if (past.length === 0) return <p className={classes.hint}>{t('app.score.noHistory')}</p>
  return (
    <ol className={`${classes.scores} ${classes.past}`} aria-label={t('app.score.history')}>
      {past.map((score) => (
        <ScoreLine key={score.id} score={score} rule={rule} />
      ))}
    </ol>
  )
}

function ScoreLine({ score, rule }: { score: Score; rule: Rule | undefined }) {
  const words = useWords()
  const { t, number, instant } = words
  const way = rule ? tellSaid(rule, score.input, words) : ''
  const { stage, points, isOut, isCut, by, at, note, source } = score
  const isKnown = (CUT_REASONS as readonly string[]).includes(score.reason)
  const reason = isKnown ? t(`app.score.reason.${score.reason}`) : score.reason
  const worth = isOut ? t('app.score.out') : points === null ? '–' : number(points, 2)
  return (
    <li>
      <div>
        <b>{t(`app.score.stage.${stage}`)}</b>
        <b className={isCut ? 'back' : undefined}>
          {isCut && <CutMark />}
          {worth}
        </b>
      </div>
      <small>
        {source ? t('app.score.counted') : by}
        {score.for && ` (${t('app.score.for', { name: score.for })})`} · {instant(at)}
        {reason && ` · ${reason}`}
      </small>
      {way && <small className={classes.why}>{way}</small>}
      {source && <Lineage source={source} />}
      {note && <blockquote className={isCut ? classes.cut : classes.quote}>“{note}”</blockquote>}
    </li>
  )
}

/** What the program itself counted, of which records, and read when. */
function Lineage({ source }: { source: NonNullable<Score['source']> }) {
  const { t, number, day } = useWords()
  const { counted, of, asOn, refs } = source
  return (
    <div className={classes.lineage}>
      <StateMark
        state="locked"
        word={
          of === null
            ? t('app.score.lineage', { counted: number(counted), day: day(asOn) })
            : t('app.score.lineageOf', { counted: number(counted), of: number(of), day: day(asOn) })
        }
      />
      {refs.length > 0 && (
        <details>
          <summary>{t('app.score.refs', { count: refs.length })}</summary>
          <ul>
            {refs.map(({ kind, id, label }) => (
              <li key={`${kind} ${id}`}>{label}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
