import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { FormHead } from '../../api/sheet.ts'
import { Spread } from './charts/spread.tsx'
import { Trend } from './charts/trend.tsx'
import classes from './check.module.css'
import { CheckFoot } from './check-foot.tsx'
import { CheckGrounds } from './check-grounds.tsx'
import { CheckTable } from './check-table.tsx'
import type { Against } from './rules/check-lines.ts'
import { because, giveBack, type Opinions, pass } from './rules/decide.ts'
import { useCheck } from './use-check.ts'
import { useCheckKeys } from './use-check-keys.ts'
import { useDecision } from './use-decision.ts'

type Props = {
  form: FormHead
  period: string
  unit: { code: string; name: string }
  /** The chosen unit above: its other units are compared with. */
  around: string
  /** What was decided a moment ago, of this report or the one before. */
  told: string | null
  onStep(by: 1 | -1): void
  onDone(words: string): void
}

/** A report with everything that it is judged by, and the decision. */
export function CheckReport({ form, period, unit, around, told, onStep, onDone }: Props) {
  const { t, lang, instant } = useWords()
  const check = useCheck({ form: form.code, period, unit: unit.code })
  const { row, lines, before, answer, sheet } = check
  const [opinions, setOpinions] = useState<Opinions>({})
  const [line, setLine] = useState(0)
  const [against, setAgainst] = useState<Against | null>(null)
  const name = lang === 'en' ? (form.nameEn ?? form.name) : form.name
  const what = `${unit.name}, ${name}, ${tellPeriod(t, period)}`
  const decision = useDecision({
    check,
    opinions,
    key: { form: form.code, unit: unit.code, period },
    what,
    onDone,
  })
  const chosen = lines[line]
  const canJudge = row?.state === 'submitted' && row.may.includes('return')
  const judge = (change: (now: Opinions, cell: string) => Opinions) => {
    if (chosen && canJudge) setOpinions((now) => change(now, chosen.name))
  }
  useCheckKeys({
    onReport: onStep,
    onLine: (step) => setLine((now) => Math.min(Math.max(now + step, 0), Math.max(lines.length - 1, 0))),
    onPass: () => {
      judge(pass)
      setLine((now) => Math.min(now + 1, lines.length - 1))
    },
    onReturn: () => judge(giveBack),
    onDecide: decision.ask,
  })
  const compared = against ?? (before ? 'version' : 'previous')
  return (
    <div className={classes.report}>
      <div className={classes.work}>
        <PageHead
          title={`${unit.name}, ${name}`}
          facts={
            row && (
              <>
                <span>{tellPeriod(t, period)}</span>
                <StateMark state={row.state ?? 'missing'} />
                {row.state && (
                  <span>
                    {t('app.versions.version', { version: row.version })}
                    {row.submittedAt &&
                      `, ${t('app.check.sentBy', { by: row.submittedBy ?? '', at: instant(row.submittedAt) })}`}
                  </span>
                )}
              </>
            )
          }
          actions={
            row && (
              <SegmentedControl
                aria-label={t('app.check.against')}
                value={compared}
                onChange={(value) => setAgainst(value as Against)}
                data={[
                  ...(before
                    ? [
                        {
                          value: 'version',
                          label: t('app.check.against.version', { version: before.version }),
                        },
                      ]
                    : []),
                  { value: 'previous', label: t('app.check.against.previous') },
                  { value: 'target', label: t('app.check.against.target') },
                ]}
              />
            )
          }
        />
        {told && (
          <p className={classes.told} role="status">
            {told}
          </p>
        )}
        {sheet.isError && <ErrorNote problem={sheet.error} retry={() => sheet.refetch()} />}
        {!answer && !sheet.isError && <LoadingBars rows={8} />}
        {answer && lines.length === 0 && <EmptyNote>{t('app.check.nothing')}</EmptyNote>}
        {answer && row && lines.length > 0 && (
          <>
            <CheckTable
              lines={lines}
              chosen={line}
              against={compared}
              period={period}
              previousPeriod={answer.previousPeriod}
              version={row.version}
              before={before?.version ?? null}
              opinions={canJudge ? opinions : null}
              onChoose={setLine}
              onPass={(cell) => setOpinions((now) => pass(now, cell))}
              onReturn={(cell) => setOpinions((now) => giveBack(now, cell))}
              onReason={(cell, reason) => setOpinions((now) => because(now, cell, reason))}
            />
            {chosen && (
              <div className={classes.charts}>
                <Trend
                  line={chosen}
                  unit={unit}
                  period={period}
                  before={before?.version ?? null}
                  version={row.version}
                />
                <Spread line={chosen} form={form.code} unit={unit} around={around} period={period} />
              </div>
            )}
          </>
        )}
        {row?.state === 'submitted' && lines.length > 0 && (
          <CheckFoot row={row} lines={lines} opinions={opinions} decision={decision} />
        )}
      </div>
      {row && <CheckGrounds row={row} lines={lines} before={before} onLine={(at) => setLine(at)} />}
    </div>
  )
}
