import { Select, Textarea, TextInput } from '@mantine/core'
import { parsePeriod } from '#kernel/period.ts'
import { listUnits } from '#modules/organisation/api.ts'
import { listProgrammes } from '#modules/programmes/api/programmes.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { RECORDED_FORMS } from '../../schema.ts'
import classes from '../outreach.module.css'
import { type Draft, draftFaults } from '../rules/draft.ts'
import { recordableUnits } from '../rules/unit-options.ts'
import { DirectiveField } from './directive-field.tsx'
import { useToday } from './use-today.ts'

type Props = {
  draft: Draft
  /** Faults are said once somebody has tried to send. */
  isTried: boolean
  errorOf(path: string): string | undefined
  onChange(change: Partial<Draft>): void
}

/** The fields of an activity, in the order in which somebody tells of one. */
export function ActivityFields({ draft, isTried, errorOf, onChange }: Props) {
  const { t, lang } = useWords()
  const units = useRecordable(draft.heldOn)
  const programmes = useRead(listProgrammes, {}, { offline: true }).data?.programmes ?? []
  const faults = draftFaults(draft, useToday())
  const error = (field: keyof Draft) => {
    const fault = faults[field]
    if (fault && (isTried || fault !== 'missing')) return t(`app.outreach.fault.${fault}`)
    return errorOf(field)
  }
  return (
    <div className={classes.form}>
      <Select
        required
        label={t('app.outreach.form')}
        allowDeselect={false}
        value={draft.form}
        data={RECORDED_FORMS.map((value) => ({ value, label: t(`app.outreach.form.${value}`) }))}
        onChange={(value) => onChange({ form: RECORDED_FORMS.find((one) => one === value) ?? draft.form })}
      />
      <Textarea
        required
        autosize
        minRows={2}
        maxLength={300}
        label={t('app.outreach.subject')}
        value={draft.subject}
        error={error('subject')}
        onChange={({ currentTarget }) => onChange({ subject: currentTarget.value })}
      />
      <div className={classes.pair}>
        <DayField
          required
          label={t('app.outreach.heldOn')}
          value={draft.heldOn}
          error={error('heldOn')}
          onChange={(heldOn) => onChange({ heldOn })}
        />
        <TextInput
          label={t('app.outreach.reached')}
          description={t('app.outreach.reached.hint')}
          inputMode="numeric"
          value={draft.reached}
          error={error('reached')}
          onChange={({ currentTarget }) => onChange({ reached: currentTarget.value })}
        />
      </div>
      <Select
        required
        searchable
        limit={60}
        label={t('app.outreach.unit')}
        allowDeselect={false}
        value={draft.unit || null}
        data={units.map(({ code, name }) => ({ value: code, label: name }))}
        error={error('unit')}
        onChange={(unit) => onChange({ unit: unit ?? '' })}
      />
      <TextInput
        label={t('app.outreach.place')}
        maxLength={200}
        value={draft.place}
        error={errorOf('place')}
        onChange={({ currentTarget }) => onChange({ place: currentTarget.value })}
      />
      <Select
        clearable
        label={t('app.outreach.programme')}
        placeholder={t('app.outreach.noProgramme')}
        value={draft.programme}
        data={programmes.map(({ slug, name, nameEn }) => ({
          value: slug,
          label: (lang === 'en' && nameEn) || name,
        }))}
        error={errorOf('programme')}
        onChange={(programme) => onChange({ programme })}
      />
      <DirectiveField value={draft.directive} onChange={(directive) => onChange({ directive })} />
    </div>
  )
}

/**
 * The units that the caller may record for, as they stood on a day; without a network, when that day's tree is not on the
 * device, as at the end of the chosen period, which the top bar has read. The server has the last word.
 */
export function useRecordable(on: string) {
  const { compare } = useWords()
  const { permissions } = useMe()
  const held = permissions.find(({ permission }) => permission === 'outreach.record')?.units ?? []
  const today = useToday()
  const there = useRead(listUnits, { on: on === '' ? today : on }, { offline: true }).data
  const endsOn = parsePeriod(useSelection().period)?.endsOn
  const kept = useRead(listUnits, { on: endsOn }, { offline: true }).data
  const units = recordableUnits((there ?? kept)?.units ?? [], held, compare)
  // A code stands in several trees at once, and is one unit all the same
  return [...new Map(units.map((unit) => [unit.code, unit])).values()]
}
