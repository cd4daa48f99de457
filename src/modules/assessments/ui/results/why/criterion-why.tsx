import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { ApiProblem } from '#web/sync/call.ts'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import type { Why, WhyCriterion } from '../../../api/results.ts'
import { getSheet } from '../../../api/scoring.ts'
import { tellCriterion } from '../../../rules/tell-rule.ts'
import { FileAppeal } from '../../appeals/file-appeal.tsx'
import { EvidenceList } from '../../sheet/evidence-list.tsx'
import { ScoreList } from '../../sheet/score-list.tsx'
import classes from '../results.module.css'
import { isOpen, isOut } from '../rules/standing.ts'

type Props = { why: Why; criterion: WhyCriterion }

/** Whose score counted and how it was reckoned; and, for who reads the unit's scores, every stage with its proof. */
export function CriterionWhy({ why, criterion }: Props) {
  const { t, number } = useWords()
  const { stage, points, max } = criterion
  return (
    <div className={classes.opened}>
      <p>
        {isOut(criterion) && t('app.results.isOut')}
        {isOpen(criterion) && t('app.results.isOpen')}
        {points !== null &&
          t(stage === null ? 'app.results.gives' : 'app.results.givesBy', {
            points: number(points),
            max: number(max),
            stage: stage === null ? '' : t(`app.score.stage.${stage}`),
          })}
      </p>
      {!why.result.scheme.isExternal && <Said why={why} criterion={criterion} />}
      <FileAppeal
        round={why.result.id}
        unit={why.unit}
        criterion={criterion}
        until={why.result.appealsUntil}
      />
    </div>
  )
}

function Said({ why, criterion }: Props) {
  const words = useWords()
  const { t } = words
  const { may } = useMe()
  const mayRead = may('score.read')
  const of = { round: why.result.id, unit: why.unit.code }
  const { data, error, refetch } = useRead(getSheet, of, { enabled: mayRead, offline: true })
  const isRefused = error instanceof ApiProblem && error.told.status === 403
  if (!mayRead || isRefused) return <EmptyNote>{t('app.results.notForYou')}</EmptyNote>
  if (error && !data) return <ErrorNote problem={error} retry={refetch} />
  if (data?.unit.code !== of.unit) return <LoadingBars rows={3} />
  const criteria = data.areas.flatMap((area) => area.criteria)
  const whole = criteria.find(({ code }) => code === criterion.code)
  if (!whole) return null
  return (
    <>
      <ul className={classes.rule} aria-label={t('app.score.rule')}>
        {tellCriterion(whole, words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {whole.basis && <p>{t('app.score.basis', { basis: whole.basis })}</p>}
      {why.version < why.result.versions && <p>{t('app.results.saidNow')}</p>}
      <div className={classes.grounds}>
        <ScoreList of={of} criterion={whole.code} rule={whole.rule} scores={whole.cell.scores} />
        <EvidenceList
          of={of}
          period={why.result.period}
          criterion={whole}
          criteria={criteria}
          evidence={data.evidence}
          mayAdd={false}
        />
      </div>
    </>
  )
}
