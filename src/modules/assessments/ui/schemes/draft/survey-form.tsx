import { Select, TextInput } from '@mantine/core'
import { Fields } from '#web/kit/edit-form.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Rule } from '../../../schema.ts'
import { AmountField } from '../../sheet/inputs/amount-field.tsx'
import { codeAfter } from '../rules/scheme-edit.ts'
import classes from './draft.module.css'
import { AddRow, RemoveRow } from './row-buttons.tsx'

type SurveyRule = Extract<Rule, { type: 'survey' }>
type Props = { rule: SurveyRule; onChange(rule: Rule): void }

/** A survey: mean of a scale or share satisfied, how many answers it takes, and what groups weigh. */
export function SurveyForm({ rule, onChange }: Props) {
  const { t } = useWords()
  const isPercent = rule.scale === 'percent'
  return (
    <>
      <Fields>
        <Select
          allowDeselect={false}
          label={t('app.schemes.surveyKind')}
          value={isPercent ? 'percent' : 'scale'}
          data={(['scale', 'percent'] as const).map((value) => ({
            value,
            label: t(`app.schemes.survey.${value}`),
          }))}
          onChange={(value) => onChange({ ...rule, scale: value === 'percent' ? 'percent' : '5' })}
        />
        {!isPercent && (
          <AmountField
            label={t('app.schemes.scale')}
            value={rule.scale}
            onChange={(scale) => onChange({ ...rule, scale })}
          />
        )}
        <AmountField
          label={t('app.schemes.minSample')}
          value={rule.minSample}
          onChange={(minSample) => onChange({ ...rule, minSample })}
        />
      </Fields>
      <Weights rule={rule} onChange={onChange} />
    </>
  )
}

/** Without weights groups weigh by how many answered. */
function Weights({ rule, onChange }: Props) {
  const { t } = useWords()
  const weights = Object.entries(rule.weights ?? {})
  const put = (next: [string, string][]) => {
    const { weights: _, ...rest } = rule
    onChange(next.length === 0 ? rest : { ...rest, weights: Object.fromEntries(next) })
  }
  const add = () => {
    const taken = new Set(weights.map(([group]) => group))
    const group = ['citizens', 'officials'].find((one) => !taken.has(one)) ?? codeAfter('group', taken)
    put([...weights, [group, '1']])
  }
  return (
    <fieldset className={classes.rows}>
      <legend>{t('app.schemes.weights')}</legend>
      {weights.length === 0 && <p>{t('app.schemes.noWeights')}</p>}
      {weights.map(([group, weight], n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups change their code under the hands of the writer
        <div key={n} className={classes.weight}>
          <TextInput
            label={t('app.schemes.group')}
            value={group}
            maxLength={60}
            onChange={({ currentTarget: { value } }) => {
              if (!weights.some(([other], m) => m !== n && other === value))
                put(weights.with(n, [value, weight]))
            }}
          />
          <AmountField
            label={t('app.schemes.weight')}
            value={weight}
            onChange={(next) => put(weights.with(n, [group, next]))}
          />
          <RemoveRow name={group} isLast={false} onClick={() => put(weights.toSpliced(n, 1))} />
        </div>
      ))}
      <AddRow label={t('app.schemes.addGroup')} onClick={add} />
    </fieldset>
  )
}
