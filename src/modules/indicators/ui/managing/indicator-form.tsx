import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { EditForm, FieldGroup, Fields } from '#web/kit/edit-form.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import {
  changeIndicator,
  createIndicator,
  type IndicatorAnswer,
  listIndicators,
} from '../../api/definitions.ts'
import { AcrossTime, AcrossUnits } from '../../schema.ts'
import { FormulaTrial } from './formula-trial.tsx'
import { draftOf, type IndicatorDraft, inputOf, NEW_INDICATOR } from './indicator-draft.ts'

type Props = {
  /** Undefined for a new one. */
  indicator: IndicatorAnswer | undefined
  all: readonly IndicatorAnswer[]
  mayChange: boolean
  onSaved(code: string): void
}

/** One indicator. The server says under each field what may not be, and why. */
export function IndicatorForm({ indicator, all, mayChange, onSaved }: Props) {
  const { t } = useWords()
  const first = indicator ? draftOf(indicator) : NEW_INDICATOR
  const [draft, setDraft] = useState<IndicatorDraft>(first)
  const writing = useWrite(indicator ? changeIndicator : createIndicator, {
    refreshes: [listIndicators],
    onDone: ({ data }) => {
      setDraft(draftOf(data))
      onSaved(data.code)
    },
  })
  const errorOf = fieldErrors(writing.problem)
  const put = (change: Partial<IndicatorDraft>) => setDraft({ ...draft, ...change })
  const text = (member: 'code' | 'name' | 'nameEn' | 'unitOfMeasure' | 'minimum') => ({
    label: t(`app.indicators.${member}`),
    value: draft[member],
    error: errorOf(member),
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) => put({ [member]: value }),
  })
  return (
    <EditForm
      title={indicator ? indicator.name : t('app.indicators.new')}
      facts={indicator && <Behind indicator={indicator} />}
      problem={writing.problem}
      isBusy={writing.isBusy}
      isChanged={JSON.stringify(draft) !== JSON.stringify(first)}
      mayChange={mayChange}
      onSave={() => writing.run(inputOf(draft))}
      onReset={() => {
        setDraft(first)
        writing.reset()
      }}
    >
      <Fields>
        <TextInput {...text('code')} disabled={indicator !== undefined} required />
        <TextInput {...text('unitOfMeasure')} required />
      </Fields>
      <Fields>
        <TextInput {...text('name')} required />
        <TextInput {...text('nameEn')} />
      </Fields>
      <FieldGroup title={t('app.indicators.adding')} hint={t('app.indicators.addingHint')}>
        <Fields>
          <Select
            label={t('app.indicators.acrossTime')}
            allowDeselect={false}
            value={draft.acrossTime}
            error={errorOf('acrossTime')}
            data={AcrossTime.options.map((value) => ({ value, label: t(`app.indicators.time.${value}`) }))}
            onChange={(value) => put({ acrossTime: value as AcrossTime })}
          />
          <Select
            label={t('app.indicators.acrossUnits')}
            allowDeselect={false}
            value={draft.acrossUnits}
            error={errorOf('acrossUnits')}
            data={AcrossUnits.options.map((value) => ({ value, label: t(`app.indicators.units.${value}`) }))}
            onChange={(value) => put({ acrossUnits: value as AcrossUnits })}
          />
          {draft.acrossUnits === 'weighted' && !draft.isDerived && (
            <Select
              searchable
              label={t('app.indicators.weight')}
              value={draft.weight}
              error={errorOf('weight')}
              data={all
                .filter(({ formula, code }) => formula === null && code !== draft.code)
                .map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(weight) => put({ weight })}
            />
          )}
        </Fields>
      </FieldGroup>
      <FieldGroup title={t('app.indicators.source')}>
        <Checkbox
          label={t('app.indicators.isDerived')}
          checked={draft.isDerived}
          disabled={Boolean(indicator?.source)}
          onChange={({ currentTarget: { checked } }) => put({ isDerived: checked })}
        />
        {draft.isDerived ? (
          <>
            <Textarea
              label={t('app.indicators.formula')}
              description={t('app.indicators.formulaHint')}
              autosize
              minRows={2}
              value={draft.formula}
              error={errorOf('formula')}
              onChange={({ currentTarget: { value } }) => put({ formula: value })}
            />
            <FormulaTrial formula={draft.formula} />
          </>
        ) : (
          <>
            <Fields>
              <TextInput {...text('minimum')} inputMode="decimal" />
              <TextInput
                label={t('app.indicators.dimension')}
                value={draft.dimension}
                error={errorOf('breakdown')}
                onChange={({ currentTarget: { value } }) => put({ dimension: value })}
              />
            </Fields>
            {draft.dimension.trim() !== '' && (
              <Textarea
                label={t('app.indicators.items')}
                description={t('app.indicators.itemsHint')}
                autosize
                minRows={3}
                value={draft.items}
                onChange={({ currentTarget: { value } }) => put({ items: value })}
              />
            )}
          </>
        )}
      </FieldGroup>
    </EditForm>
  )
}

/** What hangs on it: why its meaning stays. */
function Behind({ indicator: { use, forms, neededBy, source } }: { indicator: IndicatorAnswer }) {
  const { t, number } = useWords()
  const { values, from, to } = use
  return (
    <>
      <span>
        {values > 0
          ? t('app.indicators.values', { values: number(values), from: from!, to: to! })
          : t('app.indicators.noValues')}
      </span>
      {forms.length > 0 && <span>{t('app.indicators.inForms', { forms: forms.join(', ') })}</span>}
      {neededBy.length > 0 && <span>{t('app.indicators.neededBy', { codes: neededBy.join(', ') })}</span>}
      {source && <span>{t('app.indicators.fromRecords')}</span>}
    </>
  )
}
