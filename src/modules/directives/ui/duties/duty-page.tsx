import { useParams } from '@tanstack/react-router'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { getDuty } from '../../api/duties.ts'
import { DirectiveLink } from '../register/directive-link.tsx'
import { AnswerList } from './answer-list.tsx'
import classes from './duties.module.css'
import { DutyActs } from './duty-acts.tsx'
import { DutyFacts } from './duty-facts.tsx'
import { DutyMark } from './duty-mark.tsx'
import { DutySteps } from './duty-steps.tsx'

/** One unit's turn at a duty: what is asked, how far it is and by which records, its answers, and what may be done. */
export function DutyPage() {
  const { t } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: read, error, refetch } = useEtagRead(getDuty, { id })
  const duty = read?.data
  return (
    <>
      <PageHead
        title={duty ? t('app.duties.titleOf', { unit: duty.unit.name }) : t('app.duties.one')}
        facts={
          duty && (
            <>
              <DirectiveLink directive={duty.directive} />
              <DutyMark duty={duty} />
            </>
          )
        }
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={classes.page} tabIndex={0} aria-label={t('app.duties.one')}>
        {error && !duty && <ErrorNote problem={error} retry={refetch} />}
        {!duty && !error && <LoadingBars rows={8} />}
        {duty && (
          <>
            <p className={classes.task}>{duty.duty.task}</p>
            <DutyFacts duty={duty} />
            {(duty.answers.length > 0 || duty.steps.done === null) && <AnswerList answers={duty.answers} />}
            <DutySteps duty={duty} />
          </>
        )}
      </section>
      {duty && <DutyActs duty={duty} etag={read.etag ?? undefined} />}
    </>
  )
}
