import { Button, SegmentedControl } from '@mantine/core'
import { IconClock, IconHistory, IconSend } from '@tabler/icons-react'
import type * as z from 'zod'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { getSheet } from '../../../api/sheet.ts'
import { DueDay } from '../../forms/due-day.tsx'
import { DownloadWorkbook } from '../../workbook/download-workbook.tsx'
import { PeriodSteps } from './period-steps.tsx'

type Props = {
  name: string
  answer: z.infer<typeof getSheet.output> | undefined
  count: number
  view: 'all' | 'one'
  /** Null where there is no choice: a phone, or a single unit. */
  onView: ((view: 'all' | 'one') => void) | null
  unit: string
  period: string
  form: string
  pane: string | null
  onVersions(): void
  onSend(): void
}

/** What the sheet is, by when it is due, and what can be done with all of it. */
export function SheetTop({
  name,
  answer,
  count,
  view,
  onView,
  unit,
  period,
  form,
  pane,
  onVersions,
  onSend,
}: Props) {
  const { t, day } = useWords()
  const cutoff = answer?.cutoff ?? answer?.rows[0]?.cutoff
  const isDone =
    answer?.rows.every(({ state }) => state !== null && state !== 'draft' && state !== 'returned') ?? false
  return (
    <PageHead
      title={name}
      facts={
        <>
          {answer && <PeriodSteps frequency={answer.form.frequency} period={period} />}
          {cutoff?.dataFrom && cutoff.dataTo && (
            <span>{t('app.sheet.dataOf', { from: day(cutoff.dataFrom), to: day(cutoff.dataTo) })}</span>
          )}
          {cutoff?.dueOn && (
            <DueDay
              dueOn={cutoff.dueOn}
              isDone={isDone}
              icon={<IconClock size={15} stroke={1.75} aria-hidden />}
            />
          )}
          {cutoff && !cutoff.isOpen && (
            <span>{t('app.sheet.closed', { day: cutoff.closesOn ? day(cutoff.closesOn) : '' })}</span>
          )}
        </>
      }
      actions={
        <>
          {onView && (
            <SegmentedControl
              aria-label={t('app.sheet.view')}
              value={view}
              onChange={(value) => onView(value as 'all' | 'one')}
              data={[
                { value: 'all', label: t('app.sheet.view.all', { count }) },
                { value: 'one', label: t('app.sheet.view.one') },
              ]}
            />
          )}
          <DownloadWorkbook form={form} period={period} under={unit} />
          <Button
            variant={pane === 'versions' ? 'light' : 'default'}
            leftSection={<IconHistory size={16} stroke={1.75} aria-hidden />}
            disabled={count === 0}
            onClick={onVersions}
          >
            {t('app.versions.open')}
          </Button>
          <Button
            variant={pane === null ? 'filled' : 'default'}
            leftSection={<IconSend size={16} stroke={1.75} aria-hidden />}
            disabled={count === 0}
            onClick={onSend}
          >
            {t('app.sheet.send')}
          </Button>
        </>
      }
    />
  )
}
