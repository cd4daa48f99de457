import { Select } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import type { CompositeRule } from '../../../schema.ts'
import { AmountField } from '../../sheet/inputs/amount-field.tsx'
import classes from './draft.module.css'
import { AddRow, RemoveRow } from './row-buttons.tsx'
import { RuleForm, type RuleFormProps } from './rule-form.tsx'

const OPS = ['sum', 'min', 'product'] as const

/** Several rules in one criterion, each with its own maximum. */
export function PartsForm({ rule, onChange }: RuleFormProps<CompositeRule>) {
  const { t, number } = useWords()
  const put = (at: number, part: Partial<CompositeRule['of'][number]>) =>
    onChange({ ...rule, of: rule.of.with(at, { ...rule.of[at]!, ...part }) })
  return (
    <>
      <Select
        allowDeselect={false}
        label={t('app.schemes.op')}
        value={rule.op}
        data={OPS.map((value) => ({ value, label: t(`app.schemes.op.${value}`) }))}
        onChange={(op) => onChange({ ...rule, op: op as CompositeRule['op'] })}
      />
      {rule.of.map((part, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other name than its place
        <fieldset key={n} className={classes.part}>
          <legend>{t('app.schemes.part', { n: number(n + 1) })}</legend>
          <div className={classes.weight}>
            <AmountField label={t('app.schemes.max')} value={part.max} onChange={(max) => put(n, { max })} />
            <RemoveRow
              name={t('app.schemes.part', { n: number(n + 1) })}
              isLast={rule.of.length === 1}
              onClick={() => onChange({ ...rule, of: rule.of.toSpliced(n, 1) })}
            />
          </div>
          <RuleForm rule={part.rule} max={part.max} onChange={(next) => put(n, { rule: next })} />
        </fieldset>
      ))}
      <AddRow
        label={t('app.schemes.addPart')}
        onClick={() => onChange({ ...rule, of: [...rule.of, { max: '1', rule: { type: 'met' } }] })}
      />
    </>
  )
}
