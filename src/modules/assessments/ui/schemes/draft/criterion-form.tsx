import { Select, Textarea, TextInput } from '@mantine/core'
import { FieldGroup, Fields } from '#web/kit/edit-form.tsx'
import { useWords } from '#web/kit/words.tsx'
import { type Criterion, NaPolicy } from '../../../schema.ts'
import { AmountField } from '../../sheet/inputs/amount-field.tsx'
import { withText } from './area-form.tsx'
import { type Order, PlaceHead } from './place-head.tsx'
import { RuleForm } from './rule-form.tsx'
import { SourceForm } from './source-form.tsx'

type Props = {
  criterion: Criterion
  at: number
  count: number
  onChange(criterion: Criterion): void
  onOrder: Order<Criterion>
}

/** A criterion: its points, its rule, what proves it, and whether the program counts it itself. */
export function CriterionForm({ criterion, at, count, onChange, onOrder }: Props) {
  const { t } = useWords()
  const put = (part: Partial<Criterion>) => onChange({ ...criterion, ...part })
  const { code, name, max, na, rule } = criterion
  return (
    <>
      <PlaceHead title={`${code} ${name}`.trim()} at={at} count={count} onOrder={onOrder} />
      <Fields>
        <TextInput
          required
          label={t('app.schemes.criterionCode')}
          value={code}
          maxLength={60}
          onChange={({ currentTarget: { value } }) => put({ code: value })}
        />
        <AmountField label={t('app.schemes.max')} value={max} onChange={(points) => put({ max: points })} />
        <Select
          allowDeselect={false}
          label={t('app.schemes.na')}
          value={na}
          data={NaPolicy.options.map((value) => ({ value, label: t(`app.schemes.na.${value}`) }))}
          onChange={(value) => put({ na: value as NaPolicy })}
        />
      </Fields>
      <Textarea
        required
        autosize
        label={t('app.schemes.criterionName')}
        value={name}
        onChange={({ currentTarget: { value } }) => put({ name: value })}
      />
      <FieldGroup title={t('app.schemes.rule')}>
        <RuleForm rule={rule} max={max} onChange={(next) => put({ rule: next })} />
      </FieldGroup>
      <FieldGroup title={t('app.schemes.grounds')}>
        <Textarea
          autosize
          label={t('app.schemes.evidence')}
          value={criterion.evidence ?? ''}
          onChange={({ currentTarget: { value } }) => onChange(withText(criterion, 'evidence', value))}
        />
        <Textarea
          autosize
          label={t('app.schemes.basis')}
          value={criterion.basis ?? ''}
          onChange={({ currentTarget: { value } }) => onChange(withText(criterion, 'basis', value))}
        />
        <SourceForm criterion={criterion} onChange={onChange} />
      </FieldGroup>
    </>
  )
}
