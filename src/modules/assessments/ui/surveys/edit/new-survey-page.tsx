import { Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { parsePeriod } from '#kernel/period.ts'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { useUnitsHeld } from '#modules/directives/ui/sessions/use-units.ts'
import { EmptyNote, ErrorNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { listRounds } from '../../../api/rounds.ts'
import { listSurveys, openSurvey } from '../../../api/surveys.ts'
import { toSurvey } from '../links.tsx'
import classes from '../surveys.module.css'
import { emptyDraft } from './form-state.ts'
import { SurveyForm } from './survey-form.tsx'
import { useCriteria } from './use-criteria.ts'

/** Writes a survey for a round of the chosen unit and period. */
export function NewSurveyPage() {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const held = useUnitsHeld('survey.open', parsePeriod(period)?.endsOn ?? '')
  const search = useSearch({ strict: false }) as { round?: string | number }
  const [chosen, setChosen] = useState<string | null>(
    search.round === undefined ? null : String(search.round),
  )
  const go = useNavigate()
  const { data, error, refetch } = useRead(
    listRounds,
    { unit: unit ?? '', period, limit: 200 },
    { enabled: unit !== null },
  )
  const rounds = data?.rounds.filter(
    ({ state, keeper }) => state !== 'published' && held.some(({ code }) => code === keeper.code),
  )
  const round = rounds?.find(({ id }) => id === chosen)?.id ?? null
  const criteria = useCriteria(round)
  const { run, isBusy, problem } = useWrite(openSurvey, {
    refreshes: [listSurveys],
    onDone: ({ data: { id } }) => go(toSurvey(id) as never),
  })
  return (
    <>
      <PageHead title={t('app.surveys.write')} facts={<span>{tellPeriod(t, period)}</span>} />
      <div className={classes.page}>
        {unit === null && <EmptyNote>{t('app.surveys.chooseUnit')}</EmptyNote>}
        {error && !data && <ErrorNote problem={error} retry={refetch} />}
        {rounds?.length === 0 && <EmptyNote>{t('app.surveys.noRounds')}</EmptyNote>}
        {rounds && rounds.length > 0 && (
          <SurveyForm
            first={emptyDraft()}
            criteria={criteria ?? []}
            isReady={round !== null}
            isBusy={isBusy}
            problem={problem}
            cancel={{ to: '/surveys', search: keepPlace }}
            onSave={(draft) => run({ round: round!, ...draft })}
          >
            <Select
              required
              allowDeselect={false}
              label={t('app.surveys.round')}
              value={round}
              data={rounds.map(({ id, name, keeper }) => ({ value: id, label: `${name} (${keeper.name})` }))}
              error={criteria?.length === 0 ? t('app.surveys.nothingToScore') : undefined}
              onChange={setChosen}
            />
          </SurveyForm>
        )}
      </div>
    </>
  )
}
