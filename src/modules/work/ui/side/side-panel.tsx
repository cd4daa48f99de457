import { Kbd } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { getWorkSide } from '#modules/work/api/work.ts'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { MonthStrip } from './month-strip.tsx'
import { ReportLines } from './report-lines.tsx'
import classes from './side.module.css'
import { TargetBars } from './target-bars.tsx'

/** One unit's period at a glance: days, reports, and values against targets. */
export function SidePanel({ unit, period }: { unit: string | null; period: string }) {
  const { t, day } = useWords()
  const { data, error, refetch } = useRead(getWorkSide, { ...(unit && { unit }), period }, { offline: true })
  if (error && !data) return <ErrorNote problem={error} retry={() => refetch()} />
  if (!data) return <LoadingBars rows={8} />
  const month = t('app.work.month', { month: String(Number(data.on.slice(5, 7))) })
  return (
    <div className={classes.side}>
      <Section
        title={month}
        aside={data.dataTo && <small>{t('app.work.closesAt', { day: day(data.dataTo, data.on) })}</small>}
      >
        <MonthStrip today={data.on} days={data.days} />
      </Section>
      <Section title={t('app.work.reports', { period: inSentence(tellPeriod(t, period)) })}>
        {data.reports.length === 0 && <p className={classes.none}>{t('app.work.noReports')}</p>}
        <ReportLines reports={data.reports} />
      </Section>
      {data.unit && data.targets.length > 0 && (
        <Section title={t('app.work.targets', { unit: data.unit.name })}>
          <TargetBars targets={data.targets} />
        </Section>
      )}
      <p className={classes.keys}>
        <Kbd>
          <IconArrowUp size={12} aria-hidden />
          <span className="vh">↑</span>
        </Kbd>{' '}
        <Kbd>
          <IconArrowDown size={12} aria-hidden />
          <span className="vh">↓</span>
        </Kbd>{' '}
        {t('app.work.keys.choose')} <Kbd>Enter</Kbd> {t('app.work.keys.open')} <Kbd>?</Kbd>{' '}
        {t('app.work.keys.all')}
      </p>
    </div>
  )
}

const inSentence = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
