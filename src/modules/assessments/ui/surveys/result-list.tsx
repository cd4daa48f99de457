import { useWords } from '#web/kit/words.tsx'
import type { QuestionResult, Survey } from '../../api/surveys.ts'
import type { SurveyQuestion } from '../../rules/survey-form.ts'
import { useGroupName } from './survey-facts.tsx'
import classes from './surveys.module.css'

/** What each group answered: how many chose which answer, and the mean of the best. */
export function ResultList({ survey, results }: { survey: Survey; results: readonly QuestionResult[] }) {
  const { lang } = useWords()
  return (
    <ol className={classes.asked}>
      {survey.questions.map((question, at) => {
        const told = results.filter((one) => one.question === at + 1)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place
          <li key={at}>
            {(lang === 'en' && question.textEn) || question.text}
            {told.map((result) => (
              <Answered key={result.group} survey={survey} question={question} result={result} />
            ))}
          </li>
        )
      })}
    </ol>
  )
}

type Props = { survey: Survey; question: SurveyQuestion; result: QuestionResult }

function Answered({ survey, question, result: { group, n, counts, percent } }: Props) {
  const { t, number } = useWords()
  const nameOfGroup = useGroupName()
  const labels = useLabels(question)
  const named = survey.groups.find(({ code }) => code === group)
  return (
    <div className={classes.answered}>
      <small>
        <b>{named ? nameOfGroup(named) : group}</b> · {t('app.surveys.answers', { count: n })}
        {percent !== null && ` · ${t('app.surveys.ofBest', { percent: number(percent) })}`}
      </small>
      <ul>
        {counts.map((count, option) => (
          <li key={labels[option]}>
            <span>{labels[option]}</span>
            <i aria-hidden style={{ width: `${(count / n) * 100}%` }} />
            <span>{number(count)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function useLabels(question: SurveyQuestion): string[] {
  const { t, lang } = useWords()
  if (question.kind === 'yes-no') return [t('app.surveys.yes'), t('app.surveys.no')]
  if (question.kind === 'scale') return Array.from({ length: question.top }, (_, n) => String(n + 1))
  return question.options.map(({ label, labelEn }) => (lang === 'en' && labelEn) || label)
}
