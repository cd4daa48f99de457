import { Button } from '@mantine/core'
import { type RefObject, useRef, useState } from 'react'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { drop, insist } from '#web/sync/outbox.ts'
import type { Evidence, SheetCriterion } from '../../api/scoring.ts'
import { tellCriterion } from '../../rules/tell-rule.ts'
import type { RoundState } from '../../schema.ts'
import { EvidenceList } from './evidence-list.tsx'
import { stageToSay } from './rules/say.ts'
import { SayForm } from './say-form.tsx'
import { ScoreList } from './score-list.tsx'
import classes from './sheet.module.css'
import type { SheetKey, useSay, Waiting } from './use-sheet.ts'

type Props = {
  of: SheetKey
  round: { period: string; state: RoundState }
  unitName: string
  criterion: SheetCriterion
  criteria: readonly SheetCriterion[]
  evidence: readonly Evidence[]
  mayAdd: boolean
  waiting: Waiting | undefined
  saying: ReturnType<typeof useSay>
  panel?: RefObject<HTMLDivElement | null>
  /** Said, and on its way. */
  onSaid(): void
}

/** One criterion beside the sheet: its rule in words, what was said of it, one's own word, and the evidence. */
export function CriterionPanel(props: Props) {
  const { of, round, criterion, criteria, evidence, mayAdd, panel } = props
  const words = useWords()
  const { cell } = criterion
  return (
    <div ref={panel} className={classes.panel}>
      <h2>
        {criterion.code} {criterion.name}
      </h2>
      <ul className={classes.rule} aria-label={words.t('app.score.rule')}>
        {tellCriterion(criterion, words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {criterion.basis && (
        <p className={classes.hint}>{words.t('app.score.basis', { basis: criterion.basis })}</p>
      )}
      <Own {...props} />
      <ScoreList
        key={`${of.unit} ${criterion.code}`}
        of={of}
        criterion={criterion.code}
        rule={criterion.rule}
        scores={cell.scores}
      />
      <EvidenceList
        of={of}
        period={round.period}
        criterion={criterion}
        criteria={criteria}
        evidence={evidence}
        mayAdd={mayAdd}
      />
    </div>
  )
}

/** What the person may say of it now, or why nothing. */
function Own({ of, round, unitName, criterion, waiting, saying, onSaid }: Props) {
  const { t } = useWords()
  const { cell } = criterion
  const stage = stageToSay(cell)
  const [isOpen, setOpen] = useState(false)
  const first = useRef(cell.scores.length)
  if (waiting && (waiting.item.state === 'conflict' || waiting.item.state === 'refused'))
    return <Stuck waiting={waiting} etag={cell.etag} />
  if (stage === null)
    return criterion.rule.type === 'survey' ? (
      <p className={classes.hint}>{t('app.score.bySurvey')}</p>
    ) : (
      <p className={classes.hint}>{t(`app.score.closed.${round.state}`)}</p>
    )
  const isExplaining = stage === 'explained'
  const isCut = cell.scores.some((score) => score.isCut)
  if (isExplaining && !isCut && !isOpen)
    return (
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('app.score.explainAll')}
      </Button>
    )
  return (
    <>
      {waiting && <StateMark state="queued" pill />}
      <SayForm
        key={`${of.unit} ${criterion.code} ${stage} ${first.current}`}
        criterion={criterion}
        stage={stage}
        waiting={waiting?.draft}
        isBusy={saying.busy === criterion.code}
        problem={saying.problemOf(criterion.code)}
        onSave={async (draft) => {
          const label = t('app.score.label', { criterion: criterion.code, unit: unitName })
          if (await saying.say(cell, stage, draft, label)) onSaid()
        }}
      />
    </>
  )
}

/** Sent later and not taken: why, and a way on. Somebody else's word stands in the list below. */
function Stuck({ waiting: { item }, etag }: { waiting: Waiting; etag: string }) {
  const { t } = useWords()
  const isConflict = item.state === 'conflict'
  return (
    <div role="alert" className={classes.stuck}>
      <StateMark
        state={isConflict ? 'look' : 'returned'}
        word={t(isConflict ? 'app.outbox.conflict' : 'app.outbox.refused')}
      />
      <p>{item.problem?.detail}</p>
      <div className={classes.sayFoot}>
        <Button variant="default" onClick={() => drop(item.id)}>
          {t(isConflict ? 'app.outbox.keepTheirs' : 'app.outbox.drop')}
        </Button>
        {isConflict && <Button onClick={() => insist(item.id, etag)}>{t('app.outbox.keepMine')}</Button>}
      </div>
    </div>
  )
}
