import { Checkbox, Radio } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import type { Input } from '../../../api/score-shapes.ts'
import type { Rule, SimpleRule } from '../../../schema.ts'
import { blankInput } from '../rules/draft-input.ts'
import { AmountField } from './amount-field.tsx'
import { CompositeInput } from './composite-input.tsx'
import classes from './inputs.module.css'

export type InputProps<R = Rule> = { rule: R; input: Input; onChange(input: Input): void }

/** The small form of a rule: it asks for what the rule counts, and for nothing else. */
export function RuleInput(props: InputProps) {
  const { t } = useWords()
  const { rule, input, onChange } = props
  if (rule.type === 'survey') return <p className={classes.hint}>{t('app.score.bySurvey')}</p>
  return (
    <div className={classes.form}>
      {input.na !== true &&
        (rule.type === 'composite' ? (
          <CompositeInput rule={rule} input={input} onChange={onChange} />
        ) : (
          <SimpleInput rule={rule} input={input} onChange={onChange} />
        ))}
      <Checkbox
        label={t(rule.type === 'composite' ? 'app.score.naWhole' : 'app.score.na')}
        checked={input.na === true}
        onChange={({ currentTarget: { checked } }) => onChange(checked ? { na: true } : blankInput(rule))}
      />
    </div>
  )
}

/** The members of one simple rule. */
export function SimpleInput({ rule, input, onChange }: InputProps<SimpleRule>) {
  const { t, number } = useWords()
  const text = (name: string) => (typeof input[name] === 'string' ? input[name] : '')
  const put = (name: string) => (value: string) => onChange({ ...input, [name]: value })
  switch (rule.type) {
    case 'met':
      return <MetInput input={input} onChange={onChange} />
    case 'checklist':
      return <ItemsInput rule={rule} input={input} onChange={onChange} />
    case 'ratio':
    case 'ratioTiers':
      return (
        <div className={classes.row}>
          <AmountField label={t('app.score.num')} value={text('num')} onChange={put('num')} />
          <AmountField label={t('app.score.den')} value={text('den')} onChange={put('den')} />
        </div>
      )
    case 'countTiers':
      return <AmountField label={t('app.score.count')} value={text('count')} onChange={put('count')} />
    case 'deduct':
      return rule.per.map(({ code, points, label }) => (
        <AmountField
          key={code}
          label={t('app.score.deduct', { label: label ?? code, points: number(points) })}
          value={text(code)}
          onChange={put(code)}
        />
      ))
    case 'deadline':
      return (
        <AmountField
          label={t('app.score.daysLate')}
          value={text('daysLate')}
          onChange={put('daysLate')}
          suffix={t('app.score.days')}
        />
      )
    case 'external':
      return (
        <AmountField
          label={t('app.score.value', { outOf: number(rule.outOf) })}
          value={text('value')}
          onChange={put('value')}
        />
      )
    case 'compare':
      return (
        <div className={classes.row}>
          <AmountField label={t('app.score.previous')} value={text('previous')} onChange={put('previous')} />
          <AmountField label={t('app.score.now')} value={text('now')} onChange={put('now')} />
        </div>
      )
    case 'survey':
      return <p className={classes.hint}>{t('app.score.bySurvey')}</p>
  }
}

function MetInput({ input, onChange }: Pick<InputProps, 'input' | 'onChange'>) {
  const { t } = useWords()
  const value = typeof input.met === 'boolean' ? String(input.met) : null
  return (
    <Radio.Group
      aria-label={t('app.score.met.title')}
      value={value}
      onChange={(next) => onChange({ met: next === 'true' })}
    >
      <div className={classes.row}>
        <Radio value="true" label={t('app.score.met')} />
        <Radio value="false" label={t('app.score.notMet')} />
      </div>
    </Radio.Group>
  )
}

function ItemsInput({ rule, input, onChange }: InputProps<Extract<SimpleRule, { type: 'checklist' }>>) {
  const { t, number } = useWords()
  const chosen = new Set(Array.isArray(input.items) ? input.items.map(String) : [])
  return (
    <fieldset className={classes.items}>
      <legend>{t('app.score.items')}</legend>
      {rule.items.map(({ code, label, points }) => (
        <Checkbox
          key={code}
          label={t('app.score.item', { label: label ?? code, points: number(points) })}
          checked={chosen.has(code)}
          onChange={({ currentTarget: { checked } }) =>
            onChange({
              items: rule.items
                .map((item) => item.code)
                .filter((item) => (item === code ? checked : chosen.has(item))),
            })
          }
        />
      ))}
    </fieldset>
  )
}
