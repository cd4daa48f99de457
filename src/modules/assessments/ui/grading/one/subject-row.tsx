import { IconAlertTriangle, IconMessage } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSubject, Grading } from '../../../api/gradings.ts'
import { GradeMark } from '../grade-mark.tsx'
import { SheetLink } from '../links.tsx'
import { tellWarning } from '../warning-list.tsx'
import { DraftFields } from './draft-fields.tsx'
import { LevelButtons } from './level-buttons.tsx'
import { keyOf } from './rules/common-warnings.ts'
import { isOpen } from './rules/drafts.ts'
import classes from './subjects.module.css'
import type { Proposing } from './use-proposing.ts'

type Props = {
  grading: Grading
  subject: GradeSubject
  proposing: Proposing
  mayPropose: boolean
  /** Any subject has points; else their columns are left out. */
  hasPoints: boolean
  /** Warnings that are told once for all. */
  told: ReadonlySet<string>
  isCurrent: boolean
  onChoose(): void
}

/** One subject: what it said of itself, what the points come to, what is proposed, what is decided. */
export function SubjectRow(props: Props) {
  const { t } = useWords()
  const { grading, subject, proposing, mayPropose, hasPoints, told, isCurrent, onChoose } = props
  const canPropose = mayPropose && isOpen(subject)
  return (
    <tr
      data-subject={subject.id}
      className={isCurrent && mayPropose ? 'on' : undefined}
      onFocus={onChoose}
      onClick={onChoose}
    >
      <th scope="row">
        <Name grading={grading} subject={subject} told={told} isStop={isCurrent && !canPropose} />
      </th>
      <td data-label={t('app.gradings.self')} data-level data-empty={subject.self === null}>
        {subject.self === null ? <None /> : <GradeMark grade={subject.self} />}
      </td>
      {hasPoints && <Points subject={subject} />}
      <td data-label={t('app.gradings.proposed')} className={classes.proposal}>
        {canPropose ? (
          <LevelButtons
            subject={subject}
            chosen={proposing.drafts[subject.id]?.grade ?? subject.proposed}
            isDraft={proposing.drafts[subject.id] !== undefined}
            isStop={isCurrent}
            hasExemptions={grading.ruleset.exemptions.length > 0}
            onChoose={(grade) => proposing.choose(subject, grade)}
          />
        ) : subject.proposed === null ? (
          <None />
        ) : (
          <GradeMark grade={subject.proposed} />
        )}
        <Reason {...props} />
      </td>
      <td data-label={t('app.gradings.decided')} data-level data-empty={subject.decided === null}>
        {subject.decided === null ? <None /> : <GradeMark grade={subject.decided} strong />}
        {subject.noticedOn !== null && <small className={classes.told}>{t('app.gradings.noticed')}</small>}
      </td>
    </tr>
  )
}

function Points({ subject: { points, suggested } }: Pick<Props, 'subject'>) {
  const { t, number } = useWords()
  return (
    <>
      <td data-label={t('app.gradings.points')} data-empty={points === null} className={classes.number}>
        {points === null ? <None /> : number(points, 2)}
      </td>
      <td data-label={t('app.gradings.byPoints')} data-level data-empty={suggested === null}>
        {suggested === null ? <None /> : <GradeMark grade={suggested} />}
      </td>
    </>
  )
}

/** Of what is chosen and not written, what it still asks for; of what is proposed, why. */
function Reason({ grading, subject, proposing }: Props) {
  const draft = proposing.drafts[subject.id]
  if (draft) return <DraftFields grading={grading} subject={subject} draft={draft} proposing={proposing} />
  if (subject.proposedReason === '') return null
  return <small className={classes.reason}>“{subject.proposedReason}”</small>
}

/** Not there yet is not a level. */
const None = () => <span className={classes.none}>–</span>

function Name({
  grading,
  subject,
  told,
  isStop,
}: Pick<Props, 'grading' | 'subject' | 'told'> & { isStop: boolean }) {
  const { t, number } = useWords()
  const { name, title, group, unit, comments, isHead, isErased } = subject
  const warnings = subject.warnings.filter((warning) => !told.has(keyOf(warning)))
  const isPeople = grading.subjects === 'people'
  return (
    <div className={classes.name}>
      <span {...(isStop && { 'data-stop': true, tabIndex: -1 })}>
        <SheetLink grading={grading.id} subject={subject.id}>
          {isErased ? t('app.gradings.erased') : name}
        </SheetLink>
      </span>
      <small>
        {[
          title !== group && title,
          isPeople && unit.name !== grading.keeper.name && unit.name,
          isHead && t('app.gradings.head'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </small>
      {(comments > 0 || warnings.length > 0) && (
        <span className={classes.marks}>
          {comments > 0 && (
            <span>
              <IconMessage size={14} stroke={1.75} aria-hidden />{' '}
              {t('app.gradings.comments', { count: number(comments) })}
            </span>
          )}
          {warnings.map((warning) => (
            <span key={keyOf(warning)} className="warn">
              <IconAlertTriangle size={14} stroke={1.75} aria-hidden /> {tellWarning(t, warning)}
            </span>
          ))}
        </span>
      )}
    </div>
  )
}
