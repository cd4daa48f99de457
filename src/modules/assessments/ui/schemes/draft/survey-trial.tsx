import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { Input } from '../../../api/score-shapes.ts'
import type { SimpleRule } from '../../../schema.ts'
import { AmountField } from '../../sheet/inputs/amount-field.tsx'
import classes from './draft.module.css'

type SurveyRule = Extract<SimpleRule, { type: 'survey' }>
type Answers = { value: string; n: string }

/** Means and counts of the groups of a survey that was not run. */
export function SurveyTrial({ rule, onChange }: { rule: SurveyRule; onChange(input: Input): void }) {
  const { t, number } = useWords()
  const groups = Object.keys(rule.weights ?? { all: '' })
  const [answers, setAnswers] = useState<Record<string, Answers>>({})
  const isPercent = rule.scale === 'percent'
  const put = (group: string, part: Partial<Answers>) => {
    const next = { ...answers, [group]: { value: '', n: '', ...answers[group], ...part } }
    setAnswers(next)
    const word = isPercent ? 'percent' : 'mean'
    const told = groups.map((one) => [one, { [word]: next[one]?.value ?? '', n: next[one]?.n ?? '' }])
    onChange({ groups: Object.fromEntries(told) })
  }
  return (
    <>
      {groups.map((group) => (
        <div key={group} className={classes.pair}>
          <AmountField
            label={[
              rule.weights && group,
              isPercent
                ? t('app.schemes.trySatisfied')
                : t('app.schemes.tryMean', { scale: number(rule.scale) }),
            ]
              .filter(Boolean)
              .join(': ')}
            value={answers[group]?.value ?? ''}
            onChange={(value) => put(group, { value })}
          />
          <AmountField
            label={t('app.schemes.tryAnswers')}
            value={answers[group]?.n ?? ''}
            onChange={(n) => put(group, { n })}
          />
        </div>
      ))}
    </>
  )
}
