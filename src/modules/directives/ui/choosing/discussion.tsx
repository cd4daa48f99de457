import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { discussProposal, getProposal, listProposals, type Proposal } from '../../api/choosing.ts'
import classes from './choosing.module.css'

/** What was said of a proposal, by name, and room to say more while it is open. */
export function Discussion({ proposal: { id, remarks, may } }: { proposal: Proposal }) {
  const { t, instant } = useWords()
  return (
    <Section title={t('app.choosing.remarks')}>
      {remarks.length === 0 && <p className={classes.text}>{t('app.choosing.noRemarks')}</p>}
      <ol className={classes.remarks}>
        {remarks.map((remark) => (
          <li key={remark.id}>
            <p>{remark.text}</p>
            <small>
              {remark.for === null
                ? remark.by
                : t('app.choosing.onBehalf', { by: remark.by, for: remark.for })}
              , {instant(remark.at)}
            </small>
          </li>
        ))}
      </ol>
      {may.includes('discuss') && <RemarkForm id={id} />}
    </Section>
  )
}

function RemarkForm({ id }: { id: string }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const { run, isBusy, problem } = useWrite(discussProposal, {
    refreshes: [getProposal, listProposals],
    onDone: () => setText(''),
  })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') run({ id, text })
      }}
    >
      <Textarea
        autosize
        minRows={2}
        maxLength={2_000}
        label={t('app.choosing.remark')}
        description={t('app.choosing.remarkHint')}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {problem && <ErrorNote problem={problem} />}
      <Button type="submit" variant="default" loading={isBusy} disabled={text.trim() === ''}>
        {t('app.choosing.sendRemark')}
      </Button>
    </form>
  )
}
