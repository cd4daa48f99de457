import { IconAlertTriangle, IconCloudUp, IconPaperclip } from '@tabler/icons-react'
import { exactText } from '#kernel/exact.ts'
import { useWords } from '#web/kit/words.tsx'
import type { SheetCriterion } from '../../api/scoring.ts'
import type { Stage } from '../../schema.ts'
import { CutMark } from './cut-mark.tsx'
import { judgeInput } from './rules/draft-input.ts'
import { scoreAt } from './rules/sheet-view.ts'
import classes from './sheet.module.css'
import type { Waiting } from './use-sheet.ts'

type Props = {
  id: string
  criterion: SheetCriterion
  waiting: Waiting | undefined
  isChosen: boolean
  /** The one of the table that the tab key stops at. */
  isStop: boolean
  isTwice: boolean
  onChoose(): void
}

/** A criterion as a line of the sheet. */
export function CriterionRow({ id, criterion, waiting, isChosen, isStop, isTwice, onChoose }: Props) {
  const { t, number } = useWords()
  const { code, name, max, source } = criterion
  return (
    <tr className={isChosen ? 'on' : ''} aria-current={isChosen ? 'true' : undefined} onClick={onChoose}>
      <td>{code}</td>
      <th scope="row">
        <button
          type="button"
          id={id}
          data-criterion={code}
          tabIndex={isStop ? 0 : -1}
          className={classes.choose}
          onClick={onChoose}
        >
          {name}
        </button>
        {source && <small> · {t('app.score.auto')}</small>}
      </th>
      <td>{number(max)}</td>
      <StageCell criterion={criterion} stage="self" waiting={waiting} />
      <StageCell criterion={criterion} stage="verified" waiting={waiting} />
      {isTwice && <StageCell criterion={criterion} stage="re-verified" waiting={waiting} />}
      <StageCell criterion={criterion} stage="final" waiting={waiting} />
      <td>
        <EvidenceCount criterion={criterion} />
      </td>
    </tr>
  )
}

type CellProps = { criterion: SheetCriterion; stage: Stage; waiting: Waiting | undefined }

/** What a stage gives. Only what can be typed in now has a ground. */
function StageCell({ criterion, stage, waiting }: CellProps) {
  const { t } = useWords()
  const isOpen = criterion.cell.may.includes(stage)
  const isWaiting = waiting?.stage === stage
  return (
    <td className={isWaiting ? classes.queued : isOpen ? classes.open : ''}>
      {isWaiting && <IconCloudUp size={14} stroke={1.75} role="img" aria-label={t('app.state.queued')} />}{' '}
      <Points criterion={criterion} stage={stage} waiting={isWaiting ? waiting : undefined} />
    </td>
  )
}

/** The points in words: with ▾ where they are cut; a dash, never a zero, where nobody has scored. */
export function Points({ criterion, stage, waiting }: CellProps) {
  const { t, number } = useWords()
  if (waiting) {
    const scored = judgeInput(criterion, waiting.draft.input)
    return scored?.kind === 'scored' ? number(exactText(scored.points), 2) : '–'
  }
  const score = scoreAt(criterion, stage)
  const isSurvey = criterion.rule.type === 'survey'
  if (!score && stage === 'self' && isSurvey) return <span className="idle">{t('app.score.survey')}</span>
  if (!score && stage === 'self' && criterion.cell.may.includes('self'))
    return <span className="idle">{t('app.score.none')}</span>
  if (!score || (score.points === null && !score.isOut)) return <span className="idle">–</span>
  if (score.isOut) return <span className="idle">{t('app.score.out')}</span>
  if (!score.isCut) return number(score.points, 2)
  return (
    <span className="back">
      <CutMark />
      {number(score.points, 2)}
    </span>
  )
}

export function EvidenceCount({ criterion: { cell } }: { criterion: SheetCriterion }) {
  const { t } = useWords()
  const count = cell.evidence.length + (cell.scores.some(({ source }) => source) ? 1 : 0)
  if (cell.lacks.includes('evidence'))
    return (
      <span className="st warn">
        <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
        {t('app.score.lacksEvidence')}
      </span>
    )
  if (count === 0) return <span className="idle">–</span>
  return (
    <span className="st idle">
      <IconPaperclip size={15} stroke={1.75} aria-hidden />
      <span className="vh">{t('app.score.evidence')} </span>
      {count}
    </span>
  )
}
