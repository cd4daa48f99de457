import { Button, Menu, Select } from '@mantine/core'
import { IconDownload, IconTable } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { DayField } from '#web/kit/day-field.tsx'
import { useWords } from '#web/kit/words.tsx'
import { STEPS } from '../../schema.ts'
import { ChooseDirective } from '../choose-directive.tsx'
import classes from './coverage.module.css'
import type { useCoverageFilters } from './use-coverage.ts'

/** Which directive, as of which day, and only who is late or has not come to a step. */
export function Tools({
  directive,
  on,
  missing,
  late,
  ask,
  children,
}: ReturnType<typeof useCoverageFilters> & { children?: ReactNode }) {
  const { t } = useWords()
  const only = late ? 'late' : (missing ?? null)
  return (
    <div className={classes.tools}>
      <ChooseDirective
        hideLabel
        className={classes.directive}
        label={t('app.coverage.directive')}
        value={directive ?? null}
        onChange={(chosen) => ask({ directive: chosen?.id })}
      />
      {children}
      <Select
        aria-label={t('app.coverage.only')}
        placeholder={t('app.coverage.all')}
        clearable
        w={210}
        value={only}
        data={['late', ...STEPS].map((value) => ({ value, label: t(`app.coverage.only.${value}`) }))}
        onChange={(value) =>
          ask({
            late: value === 'late' ? 'true' : undefined,
            missing: STEPS.find((step) => step === value),
          })
        }
      />
      <DayField
        hideLabel
        className={classes.day}
        label={t('app.coverage.on')}
        value={on ?? ''}
        onChange={(day) => ask({ on: day === '' ? undefined : day })}
      />
    </div>
  )
}

/** The same board as a file. @param address without its ending; `asked` are its parameters. */
export function ExportMenu({ address, asked }: { address: string; asked: Record<string, string> }) {
  const { t, lang } = useWords()
  const of = (ending: string) => `${address}.${ending}?${new URLSearchParams({ ...asked, lang })}`
  return (
    <Menu position="bottom-end" width={200} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('app.coverage.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map((ending) => (
          <Menu.Item
            key={ending}
            leftSection={<IconTable size={16} aria-hidden />}
            component="a"
            href={of(ending)}
            download
          >
            {t(`app.coverage.export.${ending}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
