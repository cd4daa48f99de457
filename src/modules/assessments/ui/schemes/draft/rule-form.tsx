import { Select } from '@mantine/core'
import { Fields } from '#web/kit/edit-form.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Rule } from '../../../schema.ts'
import { AmountField } from '../../sheet/inputs/amount-field.tsx'
import { blankRule, type RuleType } from '../rules/scheme-edit.ts'
import classes from './draft.module.css'
import { PartsForm } from './parts-form.tsx'
import { PricedForm } from './priced-form.tsx'
import { SurveyForm } from './survey-form.tsx'
import { TiersForm } from './tiers-form.tsx'

const TYPES: readonly RuleType[] = [
  'met',
  'checklist',
  'ratio',
  'ratioTiers',
  'countTiers',
  'deduct',
  'deadline',
  'external',
  'survey',
  'compare',
  'composite',
]

export type RuleFormProps<R extends Rule = Rule> = { rule: R; max: string; onChange(rule: Rule): void }

/** Any rule: its type, and what that type asks for. Another type starts afresh. */
export function RuleForm({ rule, max, onChange }: RuleFormProps) {
  const { t } = useWords()
  return (
    <>
      <Select
        allowDeselect={false}
        label={t('app.schemes.ruleType')}
        description={t(`app.schemes.ruleType.${rule.type}.hint`)}
        value={rule.type}
        data={TYPES.map((value) => ({ value, label: t(`app.schemes.ruleType.${value}`) }))}
        onChange={(type) => type !== rule.type && onChange(blankRule(type as RuleType, max))}
      />
      <RuleFields rule={rule} max={max} onChange={onChange} />
    </>
  )
}

function RuleFields({ rule, max, onChange }: RuleFormProps) {
  const { t } = useWords()
  switch (rule.type) {
    case 'met':
      return null
    case 'checklist':
      return (
        <PricedForm
          title={t('app.schemes.items')}
          items={rule.items}
          onChange={(items) => onChange({ ...rule, items })}
        />
      )
    case 'deduct':
      return (
        <PricedForm
          title={t('app.schemes.per')}
          items={rule.per}
          onChange={(per) => onChange({ ...rule, per })}
        />
      )
    case 'ratio':
      return <RatioFields rule={rule} onChange={onChange} />
    case 'ratioTiers':
    case 'countTiers':
    case 'compare':
      return <TiersForm tiers={rule.tiers} onChange={(tiers) => onChange({ ...rule, tiers })} />
    case 'deadline':
      return <DeadlineFields rule={rule} onChange={onChange} />
    case 'external':
      return (
        <AmountField
          label={t('app.schemes.outOf')}
          value={rule.outOf}
          onChange={(outOf) => onChange({ ...rule, outOf })}
        />
      )
    case 'survey':
      return <SurveyForm rule={rule} onChange={onChange} />
    case 'composite':
      return <PartsForm rule={rule} max={max} onChange={onChange} />
  }
}

type Of<T extends RuleType> = { rule: Extract<Rule, { type: T }>; onChange(rule: Rule): void }

function RatioFields({ rule, onChange }: Of<'ratio'>) {
  const { t } = useWords()
  const bound = (name: 'floor' | 'target' | 'cap') => (
    <AmountField
      label={t(`app.schemes.${name}`)}
      suffix="%"
      value={rule[name] ?? ''}
      onChange={(value) => onChange({ ...rule, [name]: value === '' ? null : value })}
    />
  )
  return (
    <div className={classes.bounds}>
      {bound('floor')}
      {bound('target')}
      {bound('cap')}
    </div>
  )
}

function DeadlineFields({ rule, onChange }: Of<'deadline'>) {
  const { t } = useWords()
  return (
    <Fields>
      <AmountField
        label={t('app.schemes.graceDays')}
        value={rule.graceDays}
        onChange={(graceDays) => onChange({ ...rule, graceDays })}
      />
      <AmountField
        label={t('app.schemes.perDay')}
        value={rule.perDay}
        onChange={(perDay) => onChange({ ...rule, perDay })}
      />
    </Fields>
  )
}
