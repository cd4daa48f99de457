import { Button, Modal, Select, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Sheet } from '../../api/scoring.ts'
import { ADJUSTMENT, CUT_REASONS, type CutReason, type Stage } from '../../schema.ts'
import { AmountField } from './inputs/amount-field.tsx'
import { judgeAdjustment } from './rules/draft-input.ts'
import { type Draft, stageToSay, startOf } from './rules/say.ts'
import { ScoreList } from './score-list.tsx'
import classes from './sheet.module.css'
import type { SheetKey, useSay, Waiting } from './use-sheet.ts'

type Props = {
  of: SheetKey
  sheet: Sheet
  waiting: Waiting | undefined
  saying: ReturnType<typeof useSay>
}

/** Bonus and penalty outside the total: what was given, and where it may be said, the way to say it. */
export function Adjustment({ of, sheet, waiting, saying }: Props) {
  const { t, number } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { cell, min, max } = sheet.adjustment!
  const stage = stageToSay(cell)
  const { adjusted } = sheet.totals
  return (
    <section className={classes.adjustment} aria-label={t('app.score.adjustment')}>
      <span>
        <b>{t('app.score.adjustment')}</b>{' '}
        <small>{t('app.score.bounds', { min: number(min), max: number(max) })}</small>
      </span>
      {waiting && <StateMark state="queued" />}
      <b>{cell.counted ? number(adjusted, 2) : '–'}</b>
      {(stage || cell.scores.length > 0) && (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t(stage ? 'app.score.adjust' : 'app.score.look')}
        </Button>
      )}
      <Modal
        opened={isOpen}
        centered
        title={t('app.score.adjustment')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
        onClose={() => setOpen(false)}
      >
        {stage && (
          <AdjustForm of={of} sheet={sheet} stage={stage} saying={saying} onDone={() => setOpen(false)} />
        )}
        <ScoreList of={of} criterion={ADJUSTMENT} scores={cell.scores} />
      </Modal>
    </section>
  )
}

type FormProps = Omit<Props, 'waiting'> & { stage: Stage; onDone(): void }

function AdjustForm({ sheet, stage, saying, onDone }: FormProps) {
  const { t, number } = useWords()
  const { cell, min, max } = sheet.adjustment!
  const [draft, setDraft] = useState<Draft>(() => ({
    input: startOf(cell, stage) ?? { adjust: '' },
    reason: '',
    note: '',
  }))
  const put = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const scored = judgeAdjustment({ min, max }, draft.input)
  const isWhole = stage === 'explained' ? draft.note.trim() !== '' : scored !== null
  const problem = saying.problemOf(ADJUSTMENT)
  return (
    <form
      className={classes.dialog}
      noValidate
      onSubmit={async (event) => {
        event.preventDefault()
        if (!isWhole) return
        const input = scored ? draft.input : {}
        const label = t('app.score.label', { criterion: t('app.score.adjustment'), unit: sheet.unit.name })
        if (await saying.say(cell, stage, { ...draft, input, note: draft.note.trim() }, label)) onDone()
      }}
    >
      <p className={classes.said}>{t('app.score.adjustMeans', { min: number(min), max: number(max) })}</p>
      <AmountField
        label={t(`app.score.say.${stage}`)}
        value={typeof draft.input.adjust === 'string' ? draft.input.adjust : ''}
        onChange={(adjust) => put({ input: { adjust } })}
      />
      {stage !== 'self' && stage !== 'explained' && (
        <Select
          clearable
          label={t('app.score.reason')}
          value={draft.reason || null}
          data={CUT_REASONS.map((value) => ({ value, label: t(`app.score.reason.${value}`) }))}
          onChange={(value) => put({ reason: (value as CutReason | null) ?? '' })}
        />
      )}
      {stage !== 'self' && (
        <Textarea
          autosize
          minRows={2}
          maxLength={500}
          label={t(stage === 'explained' ? 'app.score.explanation' : 'app.score.note')}
          value={draft.note}
          onChange={({ currentTarget: { value } }) => put({ note: value })}
        />
      )}
      {problem && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
      <div className={classes.dialogFoot}>
        <Button type="submit" loading={saying.busy === ADJUSTMENT} disabled={!isWhole}>
          {t(`app.score.save.${stage}`)}
        </Button>
      </div>
    </form>
  )
}
