import { Button, Textarea, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { DayField } from '#web/kit/day-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { SurveyQuestion } from '../../../rules/survey-form.ts'
import classes from './edit.module.css'
import { type Draft, isWhole, newQuestion, withGroups } from './form-state.ts'
import { GroupRows } from './group-rows.tsx'
import { QuestionCard } from './question-card.tsx'
import type { Fedable } from './use-criteria.ts'

type Props = {
  first: Draft
  criteria: readonly Fedable[]
  /** It runs: the last day alone may change. */
  isFixed?: boolean
  isBusy: boolean
  isReady?: boolean
  problem: unknown
  /** What stands before the form: the choice of the round. */
  children?: ReactNode
  cancel: object
  onSave(draft: Draft): void
}

/** A questionnaire as a form: what it is called, who is asked, what. */
export function SurveyForm({ first, criteria, isFixed = false, isReady = true, ...rest }: Props) {
  const { t } = useWords()
  const { isBusy, problem, children, cancel, onSave } = rest
  const [draft, setDraft] = useState(first)
  const put = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }))
  const errorOf = fieldErrors(problem)
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && isWhole(draft)) onSave({ ...draft, name: draft.name.trim() })
      }}
    >
      {children}
      {!isFixed && (
        <>
          <TextInput
            required
            maxLength={300}
            label={t('app.surveys.name')}
            value={draft.name}
            error={errorOf('name')}
            onChange={({ currentTarget: { value } }) => put({ name: value })}
          />
          <div className={classes.two}>
            <Textarea
              autosize
              minRows={2}
              maxLength={2000}
              label={t('app.surveys.intro')}
              value={draft.intro}
              onChange={({ currentTarget: { value } }) => put({ intro: value })}
            />
            <Textarea
              autosize
              minRows={2}
              maxLength={2000}
              label={t('app.surveys.introEn')}
              value={draft.introEn}
              onChange={({ currentTarget: { value } }) => put({ introEn: value })}
            />
          </div>
        </>
      )}
      <DayField
        className={classes.day}
        label={t('app.surveys.lastDay')}
        description={t('app.surveys.lastDayMeans')}
        value={draft.lastDay ?? ''}
        error={errorOf('lastDay')}
        onChange={(day) => put({ lastDay: day || null })}
      />
      {isFixed ? (
        <p className={classes.hint}>{t('app.surveys.fixed')}</p>
      ) : (
        <>
          <Section title={t('app.surveys.groups')}>
            <GroupRows
              groups={draft.groups}
              weighted={criteria.flatMap(({ weights }) => weights)}
              errorOf={errorOf}
              onChange={(groups) => setDraft((old) => withGroups(old, groups))}
            />
          </Section>
          <Section title={t('app.surveys.asks')}>
            <Questions
              draft={draft}
              criteria={criteria}
              errorOf={errorOf}
              onChange={(questions) => put({ questions })}
            />
          </Section>
        </>
      )}
      {problem !== null && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
      <div className={classes.foot}>
        <Button component={Link} variant="default" {...cancel}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={!isReady || !isWhole(draft)}>
          {t('app.editForm.save')}
        </Button>
      </div>
    </form>
  )
}

type QuestionsProps = {
  draft: Draft
  criteria: readonly Fedable[]
  errorOf(path: string): string | undefined
  onChange(questions: SurveyQuestion[]): void
}

function Questions({ draft: { questions, groups }, criteria, errorOf, onChange }: QuestionsProps) {
  const { t } = useWords()
  const moved = (at: number, by: number) => {
    const taken = questions.toSpliced(at, 1)
    return taken.toSpliced(at + by, 0, questions[at]!)
  }
  return (
    <div className={classes.rows}>
      {questions.map((question, at) => (
        <QuestionCard
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place
          key={at}
          question={question}
          at={at}
          last={questions.length - 1}
          groups={groups}
          criteria={criteria}
          errorOf={errorOf}
          onChange={(changed) => onChange(questions.with(at, changed))}
          onMove={(by) => onChange(moved(at, by))}
          onRemove={() => onChange(questions.toSpliced(at, 1))}
        />
      ))}
      <div className={classes.adds}>
        <Button
          variant="default"
          disabled={questions.length >= 60}
          onClick={() =>
            onChange([...questions, newQuestion('scale', { ...questions.at(-1)!, text: '', textEn: '' })])
          }
        >
          {t('app.surveys.addQuestion')}
        </Button>
      </div>
    </div>
  )
}
