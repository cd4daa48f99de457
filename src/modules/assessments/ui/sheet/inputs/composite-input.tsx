import { Checkbox } from '@mantine/core'
import { exactText } from '#kernel/exact.ts'
import { useWords } from '#web/kit/words.tsx'
import type { Input } from '../../../api/score-shapes.ts'
import type { CompositeRule, Rule } from '../../../schema.ts'
import { blankInput, judgeInput } from '../rules/draft-input.ts'
import classes from './inputs.module.css'
import { type InputProps, SimpleInput } from './rule-input.tsx'

/** The parts of a composite rule one under the other, each with the points that it gives so far. */
export function CompositeInput({ rule, input, onChange }: InputProps<CompositeRule>) {
  const { t } = useWords()
  const parts = Array.isArray(input.parts)
    ? (input.parts as Input[])
    : rule.of.map((one) => blankInput(one.rule))
  return (
    <>
      <p className={classes.hint}>{t(`app.score.op.${rule.op}`)}</p>
      {rule.of.map((part, n) => (
        <Part
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a rule have no other name than their place
          key={n}
          ordinal={n + 1}
          part={part}
          input={parts[n] ?? {}}
          onChange={(now) => onChange({ parts: parts.map((old, at) => (at === n ? now : old)) })}
        />
      ))}
    </>
  )
}

type PartProps = {
  ordinal: number
  part: { max: string; rule: Rule }
  input: Input
  onChange(input: Input): void
}

function Part({ ordinal, part: { max, rule }, input, onChange }: PartProps) {
  const { t, number } = useWords()
  const scored = judgeInput({ rule, max, na: 'zero' }, input)
  const points = scored?.kind === 'scored' ? number(exactText(scored.points), 2) : '–'
  const isOut = input.na === true
  return (
    <div className={classes.part}>
      <h4>
        {t('app.score.part', { ordinal })}
        <span>{t('app.score.ofMax', { points: isOut ? '–' : points, max: number(max) })}</span>
      </h4>
      {!isOut &&
        (rule.type === 'composite' ? (
          <CompositeInput rule={rule} input={input} onChange={onChange} />
        ) : (
          <SimpleInput rule={rule} input={input} onChange={onChange} />
        ))}
      <Checkbox
        size="xs"
        label={t('app.score.na')}
        checked={isOut}
        onChange={({ currentTarget: { checked } }) => onChange(checked ? { na: true } : blankInput(rule))}
      />
    </div>
  )
}
