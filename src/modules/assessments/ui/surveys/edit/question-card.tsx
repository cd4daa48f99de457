import { ActionIcon, MultiSelect, NumberInput, Select, Textarea } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import { MOST_OPTIONS, type SurveyGroup, type SurveyQuestion } from '../../../rules/survey-form.ts'
import classes from './edit.module.css'
import { KINDS, type Kind, newQuestion } from './form-state.ts'
import { OptionRows } from './option-rows.tsx'
import type { Fedable } from './use-criteria.ts'

type Props = {
  question: SurveyQuestion
  /** From 0. */
  at: number
  last: number
  groups: readonly SurveyGroup[]
  criteria: readonly Fedable[]
  errorOf(path: string): string | undefined
  onChange(question: SurveyQuestion): void
  /** One place up or down. */
  onMove(by: -1 | 1): void
  onRemove(): void
}

/** One question: its words, how it is answered, which criterion it scores, who is asked. */
export function QuestionCard({ question, at, last, groups, criteria, errorOf, ...acts }: Props) {
  const { t } = useWords()
  const { onChange, onMove, onRemove } = acts
  const put = (part: object) => onChange({ ...question, ...part } as SurveyQuestion)
  const number = String(at + 1)
  const path = `questions.${at}`
  return (
    <fieldset className={classes.card} aria-label={t('app.surveys.question', { number })}>
      <div className={classes.cardHead}>
        <b>{t('app.surveys.question', { number })}</b>
        <ActionIcon
          disabled={at === 0}
          aria-label={t('app.surveys.up', { number })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={15} aria-hidden />
        </ActionIcon>
        <ActionIcon
          disabled={at === last}
          aria-label={t('app.surveys.down', { number })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={15} aria-hidden />
        </ActionIcon>
        <ActionIcon disabled={last === 0} aria-label={t('app.surveys.remove', { number })} onClick={onRemove}>
          <IconX size={15} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.two}>
        <Textarea
          autosize
          required
          maxLength={500}
          label={t('app.surveys.text')}
          value={question.text}
          error={errorOf(`${path}.text`)}
          onChange={({ currentTarget: { value } }) => put({ text: value })}
        />
        <Textarea
          autosize
          maxLength={500}
          label={t('app.surveys.textEn')}
          value={question.textEn}
          onChange={({ currentTarget: { value } }) => put({ textEn: value })}
        />
      </div>
      <div className={classes.fields}>
        <Select
          allowDeselect={false}
          label={t('app.surveys.kindOf')}
          value={question.kind}
          data={KINDS.map((value) => ({ value, label: t(`app.surveys.kind.${value}`) }))}
          onChange={(value) => onChange(newQuestion(value as Kind, question))}
        />
        <Select
          clearable
          label={t('app.surveys.criterion')}
          placeholder={t('app.surveys.noCriterion')}
          value={question.criterion}
          data={criteria.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          error={errorOf(`${path}.criterion`)}
          onChange={(value) => put({ criterion: value })}
        />
        <MultiSelect
          label={t('app.surveys.whom')}
          placeholder={question.groups.length === 0 ? t('app.surveys.everybody') : ''}
          value={question.groups}
          data={groups
            .filter(({ code }) => code !== '')
            .map(({ code, name }) => ({ value: code, label: name || code }))}
          error={errorOf(`${path}.groups`)}
          onChange={(value) => put({ groups: value })}
        />
        {question.kind === 'scale' && (
          <>
            <NumberInput
              min={2}
              max={MOST_OPTIONS}
              allowDecimal={false}
              label={t('app.surveys.top')}
              value={question.top}
              onChange={(value) => put({ top: Number(value) || 5 })}
            />
            <NumberInput
              min={1}
              max={question.top}
              allowDecimal={false}
              label={t('app.surveys.satisfiedFrom')}
              value={question.satisfiedFrom}
              error={errorOf(`${path}.satisfiedFrom`)}
              onChange={(value) => put({ satisfiedFrom: Number(value) || 1 })}
            />
          </>
        )}
      </div>
      {question.kind === 'choice' && (
        <OptionRows
          options={question.options}
          error={errorOf(`${path}.options`)}
          onChange={(options) => put({ options })}
        />
      )}
    </fieldset>
  )
}
