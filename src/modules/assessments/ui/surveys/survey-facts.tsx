import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { Survey, SurveyLine } from '../../api/surveys.ts'
import type { SurveyGroup } from '../../rules/survey-form.ts'

const MARKS = { draft: 'draft', running: 'submitted', closed: 'locked' } as const

/** How it stands, and until when. */
export function SurveyMark({
  survey: { state, lastDay },
}: {
  survey: Pick<SurveyLine, 'state' | 'lastDay'>
}) {
  const { t, day } = useWords()
  const word =
    state === 'running' && lastDay
      ? t('app.surveys.until', { day: day(lastDay) })
      : t(`app.surveys.state.${state}`)
  return <StateMark state={MARKS[state]} word={word} />
}

export function SurveyFacts({ survey }: { survey: Survey }) {
  const { t, number } = useWords()
  const { round, handedOut, answered } = survey
  return (
    <>
      <SurveyMark survey={survey} />
      <span>{round.name}</span>
      <span>{tellPeriod(t, round.period)}</span>
      {survey.state !== 'draft' && (
        <span>
          {t('app.surveys.sheets', {
            answered: answered === null ? t('app.surveys.few') : number(answered),
            handedOut: number(handedOut),
          })}
        </span>
      )}
    </>
  )
}

/** In the reader's language, where there are words in it. */
export function useGroupName() {
  const { lang } = useWords()
  return ({ name, nameEn }: SurveyGroup) => (lang === 'en' && nameEn) || name
}
