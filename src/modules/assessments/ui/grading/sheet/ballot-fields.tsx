import { NumberInput } from '@mantine/core'
import { FieldGroup } from '#web/kit/edit-form.tsx'
import { useWords } from '#web/kit/words.tsx'
import { LEVELS } from '../../../rules/grade-rules.ts'
import { type BallotDraft, countedVotes } from './rules/ballot-draft.ts'
import classes from './sheet.module.css'

type Props = {
  votes: BallotDraft
  fault: 'sum' | 'present' | null
  onChange(part: Partial<BallotDraft>): void
}

/** Counts of a ballot. Nobody's vote is asked for. */
export function BallotFields({ votes, fault, onChange }: Props) {
  const { t, number } = useWords()
  const count = (name: keyof BallotDraft, label: string) => (
    <NumberInput
      key={name}
      min={0}
      max={10_000}
      allowDecimal={false}
      hideControls
      label={label}
      value={votes[name]}
      onChange={(value) => onChange({ [name]: value })}
    />
  )
  return (
    <FieldGroup title={t('app.gradeSheet.ballot')} hint={t('app.gradeSheet.ballotHint')}>
      <div className={classes.counts}>
        {count('invited', t('app.gradeSheet.invitedCount'))}
        {count('present', t('app.gradeSheet.presentCount'))}
        {LEVELS.map((level) => count(level, t(`app.grade.${level}`)))}
        {count('invalid', t('app.gradeSheet.invalid'))}
      </div>
      {fault !== null && (
        <p role="alert" className={classes.fault}>
          {t(`app.gradeSheet.ballotFault.${fault}`, {
            counted: number(countedVotes(votes)),
            present: number(Number(votes.present)),
          })}
        </p>
      )}
    </FieldGroup>
  )
}
