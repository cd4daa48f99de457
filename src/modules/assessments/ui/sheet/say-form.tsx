import { Button, Select, Textarea } from '@mantine/core'
import { type RefObject, useState } from 'react'
import { exactText } from '#kernel/exact.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { SheetCriterion } from '../../api/scoring.ts'
import type { Scored } from '../../rules/scored.ts'
import { CUT_REASONS, type CutReason, type Stage } from '../../schema.ts'
import { CutMark } from './cut-mark.tsx'
import { RuleInput } from './inputs/rule-input.tsx'
import { type Draft, draftOf, weighDraft } from './rules/say.ts'
import classes from './sheet.module.css'

type Props = {
  criterion: SheetCriterion
  stage: Stage
  /** What waits on this device for the network, to go on from. */
  waiting?: Draft | undefined
  /** Stands beside a first answer: its button is not the filled one. */
  isQuiet?: boolean
  isBusy: boolean
  problem?: unknown
  /** Opens as a cut: the reason is asked for at once, and the focus is in it. */
  reasonField?: RefObject<HTMLInputElement | null>
  onSave(draft: Draft): void
}

/** Says one score: the rule's own small form, the points as they are typed, and the reason where it cuts. */
export function SayForm({
  criterion,
  stage,
  waiting,
  isQuiet = false,
  isBusy,
  problem,
  reasonField,
  onSave,
}: Props) {
  const { t } = useWords()
  const [draft, setDraft] = useState<Draft>(() => waiting ?? draftOf(criterion, stage))
  const put = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const { scored, isCut, needs } = weighDraft(criterion, stage, draft)
  const asksReason = stage !== 'self' && stage !== 'explained'
  const isExplaining = stage === 'explained'
  return (
    <form
      className={classes.say}
      noValidate
      aria-label={t(`app.score.say.${stage}`)}
      onSubmit={(event) => {
        event.preventDefault()
        if (needs !== null || isBusy) return
        const input = scored === null ? {} : draft.input
        onSave({ ...draft, input, note: draft.note.trim() })
      }}
    >
      <h3>{t(`app.score.say.${stage}`)}</h3>
      {isExplaining && <p className={classes.hint}>{t('app.score.asked')}</p>}
      <RuleInput rule={criterion.rule} input={draft.input} onChange={(input) => put({ input })} />
      {(scored !== null || !isExplaining) && <Outcome scored={scored} max={criterion.max} isCut={isCut} />}
      {asksReason && (
        <Select
          ref={reasonField ?? null}
          clearable
          label={t(isCut ? 'app.score.cutReason' : 'app.score.reason')}
          placeholder={t('app.score.chooseReason')}
          value={draft.reason || null}
          data={CUT_REASONS.map((value) => ({ value, label: t(`app.score.reason.${value}`) }))}
          error={needs === 'reason' ? t('app.score.needs.reason') : undefined}
          onChange={(value) => put({ reason: (value as CutReason | null) ?? '' })}
        />
      )}
      {stage !== 'self' && (
        <Textarea
          autosize
          minRows={isExplaining ? 3 : 2}
          maxRows={8}
          maxLength={isExplaining ? 2_000 : 500}
          label={t(isExplaining ? 'app.score.explanation' : 'app.score.note')}
          placeholder={t('app.score.notePlaceholder')}
          value={draft.note}
          onChange={({ currentTarget: { value } }) => put({ note: value })}
        />
      )}
      {problem != null && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
      <div className={classes.sayFoot}>
        {needs && needs !== 'reason' && <small>{t(`app.score.needs.${needs}`)}</small>}
        <Button
          type="submit"
          variant={isQuiet ? 'default' : 'filled'}
          loading={isBusy}
          disabled={needs !== null}
        >
          {t(`app.score.save.${stage}`)}
        </Button>
      </div>
    </form>
  )
}

/** The points as they stand in the form, with the way to them. */
function Outcome({ scored, max, isCut }: { scored: Scored | null; max: string; isCut: boolean }) {
  const { t, number } = useWords()
  if (scored === null || scored.kind === 'not-assessed')
    return <p className={classes.outcome}>{t('app.score.notYet')}</p>
  if (scored.kind === 'left-out') return <p className={classes.outcome}>{t('app.score.leftOut')}</p>
  return (
    <output className={classes.outcome}>
      <b className={isCut ? 'back' : undefined}>
        {isCut && <CutMark />}
        {number(exactText(scored.points), 2)}
      </b>{' '}
      {t('app.score.ofPoints', { max: number(max) })}
    </output>
  )
}
