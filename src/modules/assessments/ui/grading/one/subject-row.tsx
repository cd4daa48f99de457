import { IconAlertTriangle, IconMessage } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSubject, Grading } from '../../../api/gradings.ts'
import { GradeMark } from '../grade-mark.tsx'
import { SheetLink } from '../links.tsx'
import { tellWarning } from '../warning-list.tsx'
import { DraftFields } from './draft-fields.tsx'
import { LevelButtons } from './level-buttons.tsx'
import { isOpen } from './rules/drafts.ts'
import classes from './subjects.module.css'
import type { Proposing } from './use-proposing.ts'

type Props = {
  grading: Grading
  subject: GradeSubject
  proposing: Proposing
  mayPropose: boolean
  isCurrent: boolean
  onChoose(): void
}

/** One subject: what it said of itself, what the points come to, what is proposed, what is decided. */
export function SubjectRow({ grading, subject, proposing, mayPropose, isCurrent, onChoose }: Props) {
  const { t, number } = useWords()
  const draft = proposing.drafts[subject.id]
  const canPropose = mayPropose && isOpen(subject)
  return (
    <tr
      data-subject={subject.id}
      className={isCurrent && mayPropose ? 'on' : undefined}
      onFocus={onChoose}
      onClick={onChoose}
    >
      <th scope="row">
        <Name grading={grading} subject={subject} isStop={isCurrent && !canPropose} />
      </th>
      <td data-label={t('app.gradings.self')}>
        {subject.self === null ? <None /> : <GradeMark grade={subject.self} />}
      </td>
      <td data-label={t('app.gradings.points')} className={classes.number}>
        {subject.points === null ? <None /> : number(subject.points, 2)}
      </td>
      <td data-label={t('app.gradings.byPoints')}>
        {subject.suggested === null ? <None /> : <GradeMark grade={subject.suggested} />}
      </td>
      <td data-label={t('app.gradings.proposed')} className={classes.proposal}>
        {canPropose ? (
          <LevelButtons
            subject={subject}
            chosen={draft?.grade ?? subject.proposed}
            isDraft={draft !== undefined}
            isStop={isCurrent}
            hasExemptions={grading.ruleset.exemptions.length > 0}
            onChoose={(grade) => proposing.choose(subject, grade)}
          />
        ) : subject.proposed === null ? (
          <None />
        ) : (
          <GradeMark grade={subject.proposed} />
        )}
        {draft ? (
          <DraftFields grading={grading} subject={subject} draft={draft} proposing={proposing} />
        ) : (
          subject.proposedReason !== '' && (
            <small className={classes.reason}>“{subject.proposedReason}”</small>
          )
        )}
      </td>
      <td data-label={t('app.gradings.decided')}>
        {subject.decided === null ? <None /> : <GradeMark grade={subject.decided} strong />}
        {subject.noticedOn !== null && <small className={classes.told}>{t('app.gradings.noticed')}</small>}
      </td>
    </tr>
  )
}

/** Not there yet is not a level. */
const None = () => <span className={classes.none}>–</span>

function Name({ grading, subject, isStop }: Pick<Props, 'grading' | 'subject'> & { isStop: boolean }) {
  const { t, number } = useWords()
  const { name, title, unit, comments, warnings, isHead, isErased } = subject
  const isPeople = grading.subjects === 'people'
  return (
    <div className={classes.name}>
      <span {...(isStop && { 'data-stop': true, tabIndex: -1 })}>
        <SheetLink grading={grading.id} subject={subject.id}>
          {isErased ? t('app.gradings.erased') : name}
        </SheetLink>
      </span>
      <small>
        {[title, isPeople && unit.name, isHead && t('app.gradings.head')].filter(Boolean).join(' · ')}
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
            <span key={`${warning.code} ${JSON.stringify(warning.details)}`} className="warn">
              <IconAlertTriangle size={14} stroke={1.75} aria-hidden /> {tellWarning(t, warning)}
            </span>
          ))}
        </span>
      )}
    </div>
  )
}
