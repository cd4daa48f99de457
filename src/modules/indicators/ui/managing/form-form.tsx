import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { EditForm, FieldGroup, Fields } from '#web/kit/edit-form.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { OrderedList } from '#web/kit/ordered-list.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import {
  changeForm,
  createForm,
  type FormDefinition,
  type FormInput,
  getForm,
  type IndicatorAnswer,
} from '../../api/definitions.ts'
import { listForms } from '../../api/sheet.ts'

const FREQUENCIES = ['month', 'quarter', 'half', 'nine', 'year'] as const
const NEW_FORM: FormInput = {
  form: '',
  name: '',
  nameEn: null,
  frequency: 'quarter',
  field: null,
  indicators: [],
}

type Props = {
  form: FormDefinition | undefined
  indicators: readonly IndicatorAnswer[]
  mayChange: boolean
  onSaved(form: string): void
}

const inputOf = ({ form, name, nameEn, frequency, field, indicators }: FormInput): FormInput => ({
  ...{ form, name, nameEn, frequency, field, indicators },
})

/** One form: its words, its rhythm, and its indicators in the order in which they are asked. */
export function FormForm({ form, indicators, mayChange, onSaved }: Props) {
  const { t, number, lang } = useWords()
  const first = form ? inputOf(form) : NEW_FORM
  const [draft, setDraft] = useState<FormInput>(first)
  const writing = useWrite(form ? changeForm : createForm, {
    refreshes: [listForms, getForm],
    onDone: ({ data }) => {
      setDraft(inputOf(data))
      onSaved(data.form)
    },
  })
  const errorOf = fieldErrors(writing.problem)
  const put = (change: Partial<FormInput>) => setDraft({ ...draft, ...change })
  const nameOf = (one: IndicatorAnswer) => (lang === 'en' && one.nameEn) || one.name
  const known = new Map(indicators.map((one) => [one.code, one]))
  const free = indicators.filter(
    ({ code, formula, source }) => !formula && !source && !draft.indicators.includes(code),
  )
  return (
    <EditForm
      title={form ? form.name : t('app.formDefinitions.new')}
      facts={form && t('app.formDefinitions.reports', { reports: number(form.reports) })}
      problem={writing.problem}
      isBusy={writing.isBusy}
      isChanged={JSON.stringify(draft) !== JSON.stringify(first)}
      mayChange={mayChange}
      onSave={() =>
        writing.run({ ...draft, nameEn: draft.nameEn?.trim() || null, field: draft.field?.trim() || null })
      }
      onReset={() => {
        setDraft(first)
        writing.reset()
      }}
    >
      <Fields>
        <TextInput
          required
          label={t('app.formDefinitions.code')}
          disabled={form !== undefined}
          value={draft.form}
          error={errorOf('form')}
          onChange={({ currentTarget: { value } }) => put({ form: value })}
        />
        <Select
          label={t('app.formDefinitions.frequency')}
          allowDeselect={false}
          value={draft.frequency}
          error={errorOf('frequency')}
          data={FREQUENCIES.map((value) => ({ value, label: t(`app.formDefinitions.frequency.${value}`) }))}
          onChange={(value) => put({ frequency: value as FormInput['frequency'] })}
        />
        <TextInput
          label={t('app.formDefinitions.field')}
          description={t('app.formDefinitions.fieldHint')}
          value={draft.field ?? ''}
          error={errorOf('field')}
          onChange={({ currentTarget: { value } }) => put({ field: value })}
        />
      </Fields>
      <Fields>
        <TextInput
          required
          label={t('app.formDefinitions.name')}
          value={draft.name}
          error={errorOf('name')}
          onChange={({ currentTarget: { value } }) => put({ name: value })}
        />
        <TextInput
          label={t('app.formDefinitions.nameEn')}
          value={draft.nameEn ?? ''}
          error={errorOf('nameEn')}
          onChange={({ currentTarget: { value } }) => put({ nameEn: value })}
        />
      </Fields>
      <FieldGroup title={t('app.formDefinitions.indicators')} hint={t('app.formDefinitions.order')}>
        <OrderedList
          label={t('app.formDefinitions.indicators')}
          items={draft.indicators.map((code) => ({
            id: code,
            name: known.get(code) ? nameOf(known.get(code)!) : code,
            note: known.get(code)?.unitOfMeasure,
            fixed: form?.used.includes(code) ? t('app.formDefinitions.used') : undefined,
          }))}
          onChange={(codes) => put({ indicators: codes })}
        />
        <Select
          searchable
          label={t('app.formDefinitions.addIndicator')}
          value={null}
          error={errorOf('indicators')}
          data={free.map((one) => ({ value: one.code, label: `${nameOf(one)}, ${one.unitOfMeasure}` }))}
          onChange={(code) => code && put({ indicators: [...draft.indicators, code] })}
        />
      </FieldGroup>
    </EditForm>
  )
}
