import { Button, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { changeRound, getRound, listRounds, listSubjects, moveRound, type Round } from '../../api/rounds.ts'
import { getQueue, getSheet, getTable } from '../../api/scoring.ts'
import { PublishRound } from '../results/publish-round.tsx'
import { DaysFields, daysDraft, daysSaid } from './days-fields.tsx'
import { FeedDialog } from './feed-dialog.tsx'
import classes from './rounds.module.css'
import { neighbourOf } from './rules/steps.ts'

type Props = { round: Round; etag: string | undefined }
type Asked = Props & { onClose(): void }

/** Steering: the next step, one step back, publication, and the name and days. */
export function RoundActs({ round, etag }: Props) {
  const { t } = useWords()
  const [asked, setAsked] = useState<'forward' | 'back' | 'change' | 'feed' | 'publish' | null>(null)
  const next = neighbourOf(round.state, 1)
  const mayMove = round.may.includes('move')
  const { may } = useMe()
  const isFed = mayMove && (round.state === 'self' || round.state === 'verify') && may('score.feed')
  const close = () => setAsked(null)
  return (
    <>
      {round.may.includes('change') && (
        <Button variant="default" onClick={() => setAsked('change')}>
          {t('app.rounds.change')}
        </Button>
      )}
      {isFed && (
        <Button variant="default" onClick={() => setAsked('feed')}>
          {t('app.rounds.feed')}
        </Button>
      )}
      {mayMove && neighbourOf(round.state, -1) && (
        <Button variant="default" onClick={() => setAsked('back')}>
          {t('app.rounds.stepBack')}
        </Button>
      )}
      {mayMove && next && (
        <Button onClick={() => setAsked('forward')}>{t(`app.rounds.moveTo.${next}`)}</Button>
      )}
      {round.may.includes('publish') && (
        <Button onClick={() => setAsked('publish')}>{t('app.results.publishRound')}</Button>
      )}
      {asked === 'forward' && <Move round={round} etag={etag} by={1} onClose={close} />}
      {asked === 'back' && <Move round={round} etag={etag} by={-1} onClose={close} />}
      {asked === 'feed' && <FeedDialog round={round} onClose={close} />}
      {asked === 'publish' && <PublishRound round={round} etag={etag} onClose={close} />}
      {asked === 'change' && <Change round={round} etag={etag} onClose={close} />}
    </>
  )
}

/** One step; what it leaves open is told before, a step back needs its reason. */
function Move({ round, etag, by, onClose }: Asked & { by: 1 | -1 }) {
  const { t, number } = useWords()
  const [reason, setReason] = useState('')
  const { run, isBusy, problem } = useWrite(moveRound, {
    refreshes: [getRound, listRounds, listSubjects, getSheet, getQueue, getTable],
    onDone: onClose,
  })
  const to = neighbourOf(round.state, by)!
  const isBack = by === -1
  const leavesOpen = !isBack && round.open > 0
  const title = t(isBack ? 'app.rounds.backTo' : `app.rounds.moveTo.${to}`, {
    step: t(`app.rounds.state.${to}`),
  })
  return (
    <Confirm
      opened
      danger={isBack || leavesOpen}
      title={title}
      action={leavesOpen ? t('app.rounds.moveAnyway') : title}
      isBusy={isBusy}
      disabled={isBack && reason.trim() === ''}
      onConfirm={() =>
        run({ round: round.id, to, reason: reason.trim(), anyway: leavesOpen }, { ifMatch: etag })
      }
      onClose={onClose}
    >
      <p className={classes.said}>
        <b>{round.name}</b>
      </p>
      {leavesOpen && (
        <p className={classes.said}>
          <b className="warn">
            {t(`app.rounds.left.${round.state}`, {
              open: number(round.open),
              count: round.open,
              all: number(round.subjects),
            })}
          </b>
        </p>
      )}
      <p className={classes.said}>{t(isBack ? 'app.rounds.backMeans' : `app.rounds.moveMeans.${to}`)}</p>
      {isBack && (
        <Textarea
          autosize
          required
          minRows={2}
          maxLength={500}
          label={t('app.rounds.reason')}
          value={reason}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
      )}
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}

function Change({ round, etag, onClose }: Asked) {
  const { t } = useWords()
  const [draft, setDraft] = useState(() => daysDraft(round))
  const { run, isBusy, problem } = useWrite(changeRound, {
    refreshes: [getRound, listRounds, getSheet],
    onDone: onClose,
  })
  return (
    <Modal
      opened
      centered
      title={t('app.rounds.change')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      onClose={onClose}
    >
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (draft.name.trim() !== '') run({ round: round.id, ...daysSaid(draft) }, { ifMatch: etag })
        }}
      >
        <DaysFields
          draft={draft}
          errorOf={fieldErrors(problem)}
          onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
        <div className={classes.formFoot}>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={draft.name.trim() === ''}>
            {t('app.editForm.save')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
