import { Button } from '@mantine/core'
import { useState } from 'react'
import { EmptyNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Commitment, GradeSheet } from '../../../api/grading-sheet.ts'
import { CommitmentDialog } from './commitment-dialog.tsx'
import { OutcomeDialog } from './outcome-dialog.tsx'
import classes from './sheet.module.css'
import { WithdrawCommitment } from './withdraw-commitment.tsx'

const MARKS = { done: 'approved', partly: 'look', not: 'returned' } as const
type Props = { sheet: GradeSheet; etag: string | undefined }
type Doing = { what: 'change' | 'report' | 'withdraw'; commitment: Commitment }

/** What was registered at the start, and what was done of it: on this the study-and-follow criterion is judged. */
export function CommitmentList({ sheet, etag }: Props) {
  const { t } = useWords()
  const [isAdding, setAdding] = useState(false)
  const [doing, setDoing] = useState<Doing | null>(null)
  const { commitments, may } = sheet
  const isAsked = sheet.ruleset.groups.some(({ criteria }) => criteria.some((one) => one.onCommitments))
  if (!isAsked && commitments.length === 0) return null
  const asked = { sheet, etag, onClose: () => setDoing(null) }
  return (
    <Section
      title={t('app.gradeSheet.commitments')}
      aside={
        may.includes('commit') && (
          <Button variant="default" size="xs" onClick={() => setAdding(true)}>
            {t('app.gradeSheet.commit')}
          </Button>
        )
      }
    >
      {commitments.length === 0 && <EmptyNote>{t('app.gradeSheet.noCommitments')}</EmptyNote>}
      <ul className={classes.commitments}>
        {commitments.map((one) => (
          <Line
            key={one.id}
            commitment={one}
            mayChange={may.includes('commit')}
            onDo={(what) => setDoing({ what, commitment: one })}
          />
        ))}
      </ul>
      {isAdding && <CommitmentDialog sheet={sheet} etag={etag} onClose={() => setAdding(false)} />}
      {doing?.what === 'change' && <CommitmentDialog {...asked} commitment={doing.commitment} />}
      {doing?.what === 'report' && <OutcomeDialog {...asked} commitment={doing.commitment} />}
      {doing?.what === 'withdraw' && <WithdrawCommitment {...asked} commitment={doing.commitment} />}
    </Section>
  )
}

type LineProps = { commitment: Commitment; mayChange: boolean; onDo(what: Doing['what']): void }

function Line({ commitment, mayChange, onDo }: LineProps) {
  const { t, instant } = useWords()
  const { text, measure, by, at, outcome, result, reportedBy, reportedAt } = commitment
  return (
    <li>
      <span>{text}</span>
      {measure !== '' && <small>{t('app.gradeSheet.measured', { measure })}</small>}
      <small>{t('app.gradeSheet.registered', { who: by, at: instant(at) })}</small>
      {outcome === null ? (
        <StateMark state="missing" word={t('app.gradeSheet.noOutcome')} />
      ) : (
        <>
          <StateMark state={MARKS[outcome]} word={t(`app.gradeSheet.outcome.${outcome}`)} />
          <q>{result}</q>
          {reportedBy !== null && reportedAt !== null && (
            <small>{t('app.gradeSheet.registered', { who: reportedBy, at: instant(reportedAt) })}</small>
          )}
        </>
      )}
      {mayChange && (
        <div className={classes.acts}>
          <Button variant="subtle" size="xs" onClick={() => onDo('report')}>
            {t('app.gradeSheet.report')}
          </Button>
          {outcome === null && (
            <>
              <Button variant="subtle" size="xs" onClick={() => onDo('change')}>
                {t('app.gradeSheet.changeCommitment')}
              </Button>
              <Button variant="subtle" size="xs" onClick={() => onDo('withdraw')}>
                {t('app.gradeSheet.withdrawCommitment')}
              </Button>
            </>
          )}
        </div>
      )}
    </li>
  )
}
