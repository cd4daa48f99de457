import { Button, Kbd } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { EmptyNote, ErrorNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { getSheet, type QueueItem, type SheetCriterion, saveScore, verifyMany } from '../../api/scoring.ts'
import { tellCriterion } from '../../rules/tell-rule.ts'
import { RoundFacts } from '../rounds/round-facts.tsx'
import { EvidenceList } from '../sheet/evidence-list.tsx'
import { stepFrom } from '../sheet/rules/sheet-view.ts'
import { SayForm } from '../sheet/say-form.tsx'
import { ScoreList } from '../sheet/score-list.tsx'
import { SCORED } from '../sheet/use-sheet.ts'
import { afterLeaving, cellKey, criterionOf, type Queue, refOf } from './queue.ts'
import type { useVerify } from './use-verify.ts'
import { useVerifyKeys } from './use-verify-keys.ts'
import classes from './verify.module.css'

type Props = { place: ReturnType<typeof useVerify>; queue: Queue }
const REFRESHES = [getSheet, ...SCORED]

/** One cell: what was claimed and on what it rests, and the two answers. */
export function VerifyWork({ place, queue }: Props) {
  const { t } = useWords()
  const [done, setDone] = useState<string | null>(null)
  const { items, area, round } = queue
  const item = items.find((one) => cellKey(one) === place.cell) ?? items[0]
  const criterion = item && criterionOf(queue, item)
  return (
    <>
      <PageHead
        title={t('app.verify.of', { code: area.code, name: area.name })}
        facts={<RoundFacts round={round} />}
      />
      {done && (
        <p className={classes.told} role="status">
          {done}
        </p>
      )}
      {!item || !criterion || !queue.stage ? (
        <EmptyNote>{t(`app.verify.empty.${round.state === 'explain' ? 'explain' : 'verify'}`)}</EmptyNote>
      ) : (
        <Cell
          key={`${cellKey(item)} ${item.cell.etag}`}
          place={place}
          queue={queue}
          item={item}
          criterion={criterion}
          stage={queue.stage}
          onSaid={setDone}
        />
      )}
    </>
  )
}

type CellProps = Props & {
  item: QueueItem
  criterion: SheetCriterion
  stage: NonNullable<Queue['stage']>
  onSaid(words: string): void
}

function Cell({ place, queue, item, criterion, stage, onSaid }: CellProps) {
  const { t, ...rest } = useWords()
  const reason = useRef<HTMLInputElement>(null)
  const { items, round } = queue
  const { unit, cell } = item
  const key = cellKey(item)
  const what = t('app.score.label', { criterion: criterion.code, unit: unit.name })
  const leave = (words: string) => {
    place.ask({ cell: afterLeaving(items, key) })
    onSaid(words)
  }
  const pass = useWrite(verifyMany, {
    refreshes: REFRESHES,
    onDone: () => leave(t('app.verify.passed', { what })),
  })
  const say = useWrite(saveScore, {
    refreshes: REFRESHES,
    onDone: () => leave(t('app.verify.said', { what })),
  })
  const take = stage === 'verified' ? 'self' : 'explained'
  const canPass = cell.scores.some((score) => score.stage === 'self')
  const passAs = (as: 'self' | 'explained' | 'verified') => {
    if (!pass.isBusy && canPass) pass.run({ round: round.id, take: as, cells: [refOf(item)] })
  }
  useVerifyKeys({
    onStep: (by) => {
      const next = stepFrom(items.map(cellKey), key, by)
      if (next) place.ask({ cell: next })
    },
    onPass: () => passAs(take),
    onCut: () => reason.current?.focus(),
  })
  const of = { round: round.id, unit: unit.code }
  return (
    <div className={classes.cell}>
      <div className={classes.work}>
        <h2>
          <Link
            to={'/rounds/$round/units/$unit' as never}
            params={of as never}
            search={((old: object) => ({ ...keepPlace(old), c: criterion.code })) as never}
          >
            {unit.name}
          </Link>
          <span>
            {criterion.code} {criterion.name}
          </span>
        </h2>
        <ScoreList of={of} criterion={criterion.code} rule={criterion.rule} scores={cell.scores} />
        {pass.problem && <ErrorNote problem={pass.problem} />}
        <div className={classes.pass}>
          <Button
            disabled={!canPass}
            loading={pass.isBusy}
            leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
            onClick={() => passAs(take)}
          >
            {t(`app.verify.pass.${take}`)}
          </Button>
          {stage === 're-verified' && (
            <Button variant="default" disabled={pass.isBusy} onClick={() => passAs('verified')}>
              {t('app.verify.pass.verified')}
            </Button>
          )}
        </div>
        <SayForm
          criterion={criterion}
          stage={stage}
          isQuiet
          isBusy={say.isBusy}
          problem={say.problem}
          reasonField={reason}
          onSave={(draft) =>
            say.run({ ...of, criterion: criterion.code, stage, ...draft }, { ifMatch: cell.etag })
          }
        />
        <p className={classes.keys}>
          <Kbd>J</Kbd> <Kbd>K</Kbd> {t('app.verify.key.step')} <Kbd>A</Kbd> {t('app.verify.key.pass')}{' '}
          <Kbd>R</Kbd> {t('app.verify.key.cut')}
        </p>
      </div>
      <aside className={classes.grounds} aria-label={t('app.verify.grounds')}>
        <h3>{t('app.score.rule')}</h3>
        <ul>
          {tellCriterion(criterion, { t, ...rest }).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {criterion.basis && <p>{t('app.score.basis', { basis: criterion.basis })}</p>}
        <EvidenceList
          of={of}
          period={round.period}
          criterion={criterion}
          criteria={[criterion]}
          evidence={item.evidence}
          mayAdd={false}
        />
      </aside>
    </div>
  )
}
