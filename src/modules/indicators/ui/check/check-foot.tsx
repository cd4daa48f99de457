import { Button, Textarea } from '@mantine/core'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import type { SheetRow } from '../../api/sheet.ts'
import classes from './check.module.css'
import type { CheckLine } from './rules/check-lines.ts'
import type { Opinions } from './rules/decide.ts'
import type { Decision } from './use-decision.ts'

type Props = { row: SheetRow; lines: readonly CheckLine[]; opinions: Opinions; decision: Decision }

/** What was judged so far, and the one decision that follows from it. */
export function CheckFoot({ row, lines, decision }: Props) {
  const { t } = useWords()
  const { verdict, mayApprove, mayReturn, open } = decision
  const returns = verdict.returned.length
  return (
    <footer className={classes.foot}>
      {mayApprove || mayReturn ? (
        <p role="status">
          {t('app.check.summary', { passed: verdict.passed, unseen: verdict.unseen })}
          {returns > 0 && <b className="back"> {t('app.check.summaryReturned', { count: returns })}</b>}
          {returns > 0 && ` ${t('app.check.notYet')}`}
        </p>
      ) : null}
      {!mayApprove && <NotAllowed row={row} />}
      <div className={classes.deeds}>
        {mayReturn && (
          <Button variant="subtle" color="brick" onClick={() => open('whole')}>
            {t('app.check.returnWhole')}
          </Button>
        )}
        {mayApprove && (
          <Button
            variant={returns > 0 ? 'default' : 'filled'}
            disabled={returns > 0}
            leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
            onClick={() => open('approve')}
          >
            {t('app.check.approve')}
          </Button>
        )}
        {mayReturn && returns > 0 && (
          <Button
            color="brick"
            disabled={verdict.next !== 'return'}
            leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
            onClick={() => open('return')}
          >
            {t('app.check.returnCells', { count: returns })}
          </Button>
        )}
      </div>
      <Ask lines={lines} decision={decision} />
    </footer>
  )
}

/** The rule that stands in the way, and who can do it. */
function NotAllowed({ row }: { row: SheetRow }) {
  const { t } = useWords()
  const me = useMe()
  const isOwn = row.submittedBy === me.username || row.submittedBy === me.actingFor
  return <p className={classes.rule}>{t(isOwn ? 'app.check.ownSubmission' : 'app.check.noRight')}</p>
}

/** Asks once more, with the report and what goes back. */
function Ask({ lines, decision }: { lines: readonly CheckLine[]; decision: Decision }) {
  const { t, lang } = useWords()
  const { asked, verdict, what, isBusy, problem, close, run } = decision
  const [reason, setReason] = useState('')
  const nameOf = (name: string) => {
    const column = lines.find((line) => line.name === name)?.column
    return (lang === 'en' ? column?.nameEn : undefined) ?? column?.name ?? name
  }
  if (!asked) return null
  const action = {
    approve: t('app.check.approve'),
    return: t('app.check.returnCells', { count: verdict.returned.length }),
    whole: t('app.check.returnWhole'),
  }[asked]
  return (
    <Confirm
      opened
      title={action}
      action={action}
      danger={asked !== 'approve'}
      isBusy={isBusy}
      disabled={asked === 'whole' && reason.trim() === ''}
      onConfirm={() => run(reason.trim())}
      onClose={close}
    >
      <p className={classes.what}>{what}</p>
      {asked === 'approve' && <p className={classes.what}>{t('app.check.approveMeans')}</p>}
      {asked === 'return' && (
        <ul className={classes.what}>
          {verdict.returned.map(({ name, reason: why }) => (
            <li key={name}>
              {nameOf(name)}: “{why}”
            </li>
          ))}
        </ul>
      )}
      {asked === 'whole' && (
        <Textarea
          label={t('app.check.reason')}
          autosize
          minRows={2}
          maxLength={2_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}
