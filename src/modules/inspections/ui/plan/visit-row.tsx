import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { foldText } from '#kernel/text.ts'
import { listProgrammes } from '#modules/programmes/api/programmes.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import classes from '../inspections.module.css'
import { NamesField } from '../names-field.tsx'
import type { Row } from './plan-draft.ts'
import { useUnitsBelow } from './use-units-below.ts'

const SHOWN = 60

type Props = {
  ordinal: number
  row: Row
  /** Whose inspection it is: only units below it are offered. */
  owner: string
  errorOf(member: string): string | undefined
  onChange(row: Row): void
  onRemove(): void
}

/** One visit of the plan: where, when, who. One that was recorded is shown only. */
export function VisitRow({ ordinal, row, owner, errorOf, onChange, onRemove }: Props) {
  const { t, lang, day } = useWords()
  const units = useUnitsBelow(owner, row.plannedOn)
  const programmes = useRead(listProgrammes, {}, { offline: true }).data?.programmes ?? []
  const put = (change: Partial<Row>) => onChange({ ...row, ...change })
  const title = t('app.inspection.visitRow', { ordinal: String(ordinal) })
  if (row.isRecorded)
    return (
      <fieldset className={classes.row}>
        <legend>{title}</legend>
        <p>
          {row.unitName}
          {row.site && `, ${row.site}`}, {row.plannedOn && day(row.plannedOn)}
        </p>
        <StateMark state="approved" word={t('app.inspection.recorded')} />
      </fieldset>
    )
  return (
    <fieldset className={classes.row}>
      <legend>{title}</legend>
      <DayField
        label={t('app.inspection.plannedOn')}
        required
        value={row.plannedOn}
        error={errorOf('plannedOn')}
        onChange={(plannedOn) => put({ plannedOn })}
      />
      <Select
        label={t('app.inspection.unit')}
        required
        searchable
        limit={SHOWN}
        value={row.unit || null}
        data={units}
        error={errorOf('unit')}
        nothingFoundMessage={t('app.inspection.unit.none')}
        filter={({ options, search, limit }) =>
          options
            .filter((option) => 'label' in option && foldText(option.label).includes(foldText(search)))
            .slice(0, limit)
        }
        onChange={(code) =>
          put({ unit: code ?? '', unitName: units.find(({ value }) => value === code)?.name ?? '' })
        }
      />
      <TextInput
        label={t('app.inspection.site')}
        value={row.site}
        maxLength={400}
        onChange={({ currentTarget }) => put({ site: currentTarget.value })}
      />
      <Select
        label={t('app.inspection.programme')}
        clearable
        searchable
        value={row.programme}
        error={errorOf('programme')}
        data={programmes.map(({ slug, name, nameEn }) => ({
          value: slug,
          label: (lang === 'en' && nameEn) || name,
        }))}
        onChange={(programme) => put({ programme })}
      />
      <NamesField
        label={t('app.inspection.inspectors')}
        value={row.inspectors}
        onChange={(inspectors) => put({ inspectors })}
      />
      {row.id && (
        <TextInput
          label={t('app.inspection.cancelBecause')}
          value={row.cancelledBecause}
          maxLength={2000}
          onChange={({ currentTarget }) => put({ cancelledBecause: currentTarget.value })}
        />
      )}
      <ActionIcon
        className={classes.take}
        variant="subtle"
        color="brick"
        aria-label={t('app.inspection.visitRow.remove', { visit: title })}
        onClick={onRemove}
      >
        <IconTrash size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </fieldset>
  )
}
