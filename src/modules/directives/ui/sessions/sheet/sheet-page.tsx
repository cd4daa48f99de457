import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyNote, ErrorNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { ApiProblem } from '#web/sync/call.ts'
import { sumOf } from '../rules/line.ts'
import { useSessionFilters } from '../use-sessions.ts'
import { useDayWithin, useUnitsHeld } from '../use-units.ts'
import classes from './sheet.module.css'
import { SheetRows } from './sheet-rows.tsx'
import { SheetTools } from './sheet-tools.tsx'
import { MOST_LINES, type Told, useSheet } from './use-sheet.ts'

/** Rows that are named in one sentence. */
const SHOWN = 12

/** Sessions of many units or cells in one sheet: filled in line by line, or pasted from a spreadsheet. */
export function SheetPage() {
  const { t, number } = useWords()
  const { directive = null, ask } = useSessionFilters()
  const first = useDayWithin()
  const [defaults, setDefaults] = useState({ heldOn: first, form: 'in-person' })
  const sheet = useSheet(defaults)
  const units = useUnitsHeld('session.record', defaults.heldOn)
  const sums = sheet.ready.map(sumOf)
  const total = (half: 'invited' | 'attended') => number(sums.reduce((sum, one) => sum + one[half], 0))
  const isTooMany = sheet.ready.length > MOST_LINES
  const isReady = directive !== null && sheet.ready.length > 0 && !isTooMany && sheet.faulty.length === 0
  return (
    <>
      <PageHead
        title={t('app.studySheet.title')}
        facts={
          <span>
            {t('app.studySheet.facts', {
              lines: number(sheet.ready.length),
              invited: total('invited'),
              attended: total('attended'),
            })}
          </span>
        }
        actions={
          <Button
            disabled={!isReady}
            loading={sheet.isBusy}
            onClick={() => directive !== null && sheet.send(directive, false)}
          >
            {t('app.studySheet.send', { count: number(sheet.ready.length) })}
          </Button>
        }
      />
      <div className={classes.page}>
        <SheetTools
          directive={directive}
          onDirective={(id) => ask({ directive: id })}
          defaults={defaults}
          onDefaults={setDefaults}
          sheet={sheet}
          units={units}
        />
        {sheet.told && <Done told={sheet.told} />}
        {isTooMany && <p role="alert">{t('app.studySheet.tooMany')}</p>}
        {sheet.faulty.length > 0 && (
          <p role="status" className={classes.wrong}>
            {t('app.studySheet.wrong', { lines: sheet.faulty.slice(0, SHOWN).join(', ') })}
          </p>
        )}
        <Refusal sheet={sheet} onKeepGood={() => directive !== null && sheet.send(directive, true)} />
        {sheet.lines.length === 0 ? (
          !sheet.told && <EmptyNote>{t('app.studySheet.none')}</EmptyNote>
        ) : (
          <SheetRows sheet={sheet} units={units} />
        )}
        {sheet.lines.length > sheet.ready.length && (
          <p className={classes.note}>{t('app.studySheet.blank')}</p>
        )}
      </div>
    </>
  )
}

/** Why the sheet was not taken. What is wrong in a row stands in the row; the others may go without it. */
function Refusal({ sheet, onKeepGood }: { sheet: ReturnType<typeof useSheet>; onKeepGood(): void }) {
  const { t } = useWords()
  const { problem } = sheet
  if (!problem) return null
  const isByRow = problem instanceof ApiProblem && problem.told.code === 'studySession.rowsRefused'
  if (!isByRow) return <ErrorNote problem={problem} safe={t('app.studySessions.kept')} />
  return (
    <div role="alert" className={classes.refusal}>
      <p>{problem.told.detail}</p>
      <Button variant="default" loading={sheet.isBusy} onClick={onKeepGood}>
        {t('app.studySheet.sendGood')}
      </Button>
    </div>
  )
}

function Done({ told }: { told: Told }) {
  const { t, number } = useWords()
  return (
    <p role="status" className={classes.done}>
      {t('app.studySheet.done', {
        count: number(told.recorded),
        invited: number(told.invited),
        attended: number(told.attended),
      })}{' '}
      {told.left > 0 && t('app.studySheet.left', { count: number(told.left) })}{' '}
      <Link to={'/study-sessions' as never} search={((old: object) => old) as never}>
        {t('app.studySheet.open')}
      </Link>
    </p>
  )
}
