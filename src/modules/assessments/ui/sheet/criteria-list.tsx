import { useWords } from '#web/kit/words.tsx'
import type { SheetArea, SheetCriterion } from '../../api/scoring.ts'
import { EvidenceCount, Points } from './criterion-row.tsx'
import { byHand, scoreAt } from './rules/sheet-view.ts'
import classes from './sheet.module.css'
import type { Waiting } from './use-sheet.ts'

type Props = {
  areas: readonly SheetArea[]
  waiting: ReadonlyMap<string, Waiting>
  onChoose(code: string): void
}

/** The sheet on a phone: areas and criteria one under the other; a touch opens one criterion alone. */
export function CriteriaList({ areas, waiting, onChoose }: Props) {
  const { t, number } = useWords()
  return areas.map(({ code, name, sums, criteria }) => (
    <section key={code} className={classes.phoneArea} aria-labelledby={`area-${code}`}>
      <h2 id={`area-${code}`}>
        <span>
          {code}. {name}
        </span>
        <small>
          {sums.self && sums.self.said > 0 ? number(sums.self.points, 2) : '–'}
          {' / '}
          {number(sums.self?.max ?? sums.counted.max)}
        </small>
      </h2>
      <ul>
        {criteria.map((criterion) => (
          <li key={criterion.code}>
            <button type="button" onClick={() => onChoose(criterion.code)}>
              <span>
                {criterion.code} {criterion.name}
              </span>
              <Line criterion={criterion} waiting={waiting.get(criterion.code)} />
            </button>
          </li>
        ))}
      </ul>
      <p className="vh">{t('app.score.assessed', byHand({ criteria }))}</p>
    </section>
  ))
}

/** Own score and the last one above it, in one line. */
function Line({ criterion, waiting }: { criterion: SheetCriterion; waiting: Waiting | undefined }) {
  const { t, number } = useWords()
  const above = (['final', 're-verified', 'verified'] as const).find((stage) => scoreAt(criterion, stage))
  return (
    <small>
      <span>
        {t('app.score.stage.self')}:{' '}
        <b>
          <Points
            criterion={criterion}
            stage="self"
            waiting={waiting?.stage === 'self' ? waiting : undefined}
          />
        </b>{' '}
        / {number(criterion.max)}
      </span>
      {above && (
        <span>
          {t(`app.score.stage.${above}`)}:{' '}
          <b>
            <Points criterion={criterion} stage={above} waiting={undefined} />
          </b>
        </span>
      )}
      {waiting && <span className="wait">{t('app.state.queued')}</span>}
      <EvidenceCount criterion={criterion} />
    </small>
  )
}
