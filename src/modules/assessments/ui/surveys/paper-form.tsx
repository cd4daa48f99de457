import { Button, NumberInput, Select } from '@mantine/core'
import { useRef, useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { enqueue } from '#web/sync/outbox.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { enterPapers, getSurvey, getUnitSurvey, listProgress, type Survey } from '../../api/surveys.ts'
import type { SurveyQuestion } from '../../rules/survey-form.ts'
import { askedOf, optionOfKey } from './rules/paper-keys.ts'
import { useGroupName } from './survey-facts.tsx'
import classes from './surveys.module.css'

/** One paper after the other: its number, then a digit for each question, then Enter. */
export function PaperForm({ survey, unit }: { survey: Survey; unit: string }) {
  const { t } = useWords()
  const nameOfGroup = useGroupName()
  const [group, setGroup] = useState(survey.groups[0]!.code)
  const [number, setNumber] = useState<number | string>(1)
  const [answers, setAnswers] = useState<Record<number, number | null>>({})
  const [entered, setEntered] = useState<{ number: number; waits: boolean } | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const asked = askedOf(survey.questions, group)
  const next = (waits: boolean) => {
    setEntered({ number: Number(number), waits })
    setNumber(Number(number) + 1)
    setAnswers({})
    fieldsIn(form.current)[0]?.focus()
  }
  const { run, isBusy, problem } = useWrite(enterPapers, {
    refreshes: [getUnitSurvey, getSurvey, listProgress],
    onDone: () => next(false),
  })
  const picks = survey.questions.map((_, at) => answers[at] ?? null)
  const isWhole = Number(number) >= 1 && picks.some((pick) => pick !== null)
  const enter = () => {
    const input = {
      survey: survey.id,
      unit,
      group,
      papers: [{ number: Number(number), answers: picks }],
    }
    if (navigator.onLine) return run(input)
    // Its number keeps a paper from being counted twice, whichever way it comes
    enqueue(enterPapers, input, { label: t('app.surveys.paperLabel', { number: Number(number) }), unit })
    return next(true)
  }
  return (
    <form
      ref={form}
      noValidate
      className={classes.papers}
      aria-label={t('app.surveys.papers')}
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) enter()
      }}
    >
      <p className={classes.hint}>{t('app.surveys.papersMeans')}</p>
      <div className={classes.fields}>
        <Select
          allowDeselect={false}
          label={t('app.surveys.whose')}
          value={group}
          data={survey.groups.map((one) => ({ value: one.code, label: nameOfGroup(one) }))}
          onChange={(value) => {
            setGroup(value ?? group)
            setAnswers({})
          }}
        />
        <NumberInput
          min={1}
          max={1_000_000}
          allowDecimal={false}
          label={t('app.surveys.paperNumber')}
          value={number}
          onChange={setNumber}
        />
      </div>
      <ol className={classes.keys}>
        {asked.map(({ question, at }, n) => (
          <Pick
            key={at}
            question={question}
            number={n + 1}
            value={answers[at]}
            onPick={(option) => setAnswers((old) => ({ ...old, [at]: option }))}
            onNext={() => fieldsIn(form.current)[n + 1]?.focus()}
          />
        ))}
      </ol>
      {problem && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
      <div className={classes.foot}>
        <span role="status" className={classes.hint}>
          {entered &&
            t(entered.waits ? 'app.surveys.waits' : 'app.surveys.entered', { number: entered.number })}
        </span>
        <Button type="submit" loading={isBusy} disabled={!isWhole}>
          {t('app.surveys.enter')}
        </Button>
      </div>
    </form>
  )
}

const fieldsIn = (form: HTMLFormElement | null): HTMLInputElement[] => [
  ...(form?.querySelectorAll<HTMLInputElement>('input[data-pick]') ?? []),
]

type PickProps = {
  question: SurveyQuestion
  number: number
  value: number | null | undefined
  onPick(option: number | null): void
  onNext(): void
}

function Pick({ question, number, value, onPick, onNext }: PickProps) {
  const { t, lang } = useWords()
  const text = (lang === 'en' && question.textEn) || question.text
  const type = (typed: string) => {
    const option = typed === '' ? null : optionOfKey(question, typed.at(-1)!)
    if (option === undefined) return
    onPick(option)
    if (typed !== '') onNext()
  }
  return (
    <li>
      <label>
        <span>
          {number}. {text}
          <small>{useOptionWords(question)}</small>
        </span>
        <input
          data-pick
          inputMode="numeric"
          autoComplete="off"
          aria-label={t('app.surveys.answerTo', { number })}
          value={value ?? ''}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget }) => type(currentTarget.value)}
        />
      </label>
    </li>
  )
}

/** `1 Có, 2 Không`: which digit says what. */
function useOptionWords(question: SurveyQuestion): string {
  const { t, lang } = useWords()
  if (question.kind === 'scale') return t('app.surveys.scaleKeys', { top: question.top })
  if (question.kind === 'yes-no') return t('app.surveys.yesNoKeys')
  return question.options
    .map(({ label, labelEn }, n) => `${n + 1} ${(lang === 'en' && labelEn) || label}`)
    .join(', ')
}
