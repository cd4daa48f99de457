import { ActionIcon, Popover, UnstyledButton } from '@mantine/core'
import { IconCalendar, IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { parsePeriod } from '#kernel/period.ts'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))

/** A year and its halves, nine months, quarters and months. */
export function PeriodPicker() {
  const { t } = useWords()
  const { period, select } = useSelection()
  const [opened, setOpened] = useState(false)
  const [year, setYear] = useState(() => Number((parsePeriod(period)?.endsOn ?? period).slice(0, 4)))
  const rows = [
    [`${year}`, `${year}H1`, `${year}H2`, `${year}N9`],
    [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`),
    MONTHS.slice(0, 4).map((month) => `${year}${month}`),
    MONTHS.slice(4, 8).map((month) => `${year}${month}`),
    MONTHS.slice(8).map((month) => `${year}${month}`),
  ]
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className="pick"
          onClick={() => setOpened(!opened)}
          aria-label={t('app.pick.period', { name: tellPeriod(t, period) })}
        >
          <IconCalendar size={17} stroke={1.6} aria-hidden />
          <b>{tellPeriod(t, period)}</b>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="year">
          <ActionIcon aria-label={t('app.pick.yearBefore')} onClick={() => setYear(year - 1)}>
            <IconChevronLeft size={16} />
          </ActionIcon>
          <b aria-live="polite">{year}</b>
          <ActionIcon aria-label={t('app.pick.yearAfter')} onClick={() => setYear(year + 1)}>
            <IconChevronRight size={16} />
          </ActionIcon>
        </div>
        <div className="periods">
          {rows.flat().map((code) => (
            <UnstyledButton
              key={code}
              aria-pressed={code === period}
              onClick={() => {
                select({ period: code })
                setOpened(false)
              }}
            >
              {tellPeriod(t, code, 'short')}
            </UnstyledButton>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
