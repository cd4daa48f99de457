import { useState } from 'react'
import { exactText, readExact } from '#kernel/exact.ts'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Input } from '../../../api/score-shapes.ts'
import { isRuleRead } from '../../../rules/scheme-form.ts'
import type { Scored } from '../../../rules/scored.ts'
import { tellCriterion } from '../../../rules/tell-rule.ts'
import type { Criterion } from '../../../schema.ts'
import { RuleInput } from '../../sheet/inputs/rule-input.tsx'
import { blankInput, judgeInput } from '../../sheet/rules/draft-input.ts'
import { useRuleWords } from '../use-rule-words.ts'
import classes from './draft.module.css'
import { SurveyTrial } from './survey-trial.tsx'

/** The rule in words, and a place to try what it gives for an input. Nothing that is typed here is kept. */
export function TryOut({ criterion }: { criterion: Criterion }) {
  const { t } = useWords()
  const words = useRuleWords()
  if (!isRuleRead(criterion.rule) || readExact(criterion.max) === null) return null
  return (
    <>
      <Section title={t('app.schemes.inWords')}>
        <ul className={classes.told}>
          {tellCriterion(criterion, words).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('app.schemes.tryOne')}>
        <Trial criterion={criterion} />
      </Section>
    </>
  )
}

/** What was typed on trial is of one criterion, and of what its rule asked for then. */
export const trialKeyOf = ({ code, rule }: Criterion): string =>
  `${code} ${rule.type} ${JSON.stringify(blankInput(rule))}`

function Trial({ criterion }: { criterion: Criterion }) {
  const { rule } = criterion
  const [input, setInput] = useState<Input>(() => blankInput(rule))
  return (
    <div className={classes.trial}>
      <h3>{`${criterion.code} ${criterion.name}`.trim()}</h3>
      {rule.type === 'survey' ? (
        <SurveyTrial rule={rule} onChange={setInput} />
      ) : (
        <RuleInput rule={rule} input={input} onChange={setInput} />
      )}
      <Outcome scored={isBlank(input) ? null : judgeInput(criterion, input)} max={criterion.max} />
    </div>
  )
}

/** A survey of which nothing was typed is not one of too few answers. */
const isBlank = ({ groups }: Input): boolean =>
  typeof groups === 'object' && groups !== null && Object.keys(groups).length === 0

function Outcome({ scored, max }: { scored: Scored | null; max: string }) {
  const { t, number } = useWords()
  if (scored === null) return <output>{t('app.schemes.tryHint')}</output>
  if (scored.kind === 'left-out') return <output>{t('app.schemes.tryOut')}</output>
  if (scored.kind === 'not-assessed') return <output>{t('app.schemes.tryOpen', { why: scored.why })}</output>
  return (
    <output>
      <b>{t('app.schemes.tryPoints', { points: number(exactText(scored.points)), max: number(max) })}</b>
      <small>{scored.why}</small>
    </output>
  )
}
