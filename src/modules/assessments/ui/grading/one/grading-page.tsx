import { useParams } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSubject, Grading } from '../../../api/gradings.ts'
import { GradingFoot } from './grading-foot.tsx'
import { GradingSide } from './grading-side.tsx'
import { liveMeters } from './rules/grouped.ts'
import { SubjectTable } from './subject-table.tsx'
import { useGrading } from './use-grading.ts'
import { useProposing } from './use-proposing.ts'

/** One grading: everybody by group with what is proposed and decided, and the quotas as they fill. */
export function GradingPage() {
  const { t } = useWords()
  const { grading: id } = useParams({ strict: false }) as { grading: string }
  const { grading, etag, error, refetch, isPart, subjects } = useGrading(id)
  const failed = (!grading && error) || (!subjects.all && subjects.error)
  return (
    <>
      <PageHead
        title={grading?.name ?? t('app.gradings.one')}
        facts={grading && <Facts grading={grading} isPart={isPart} />}
      />
      {failed && <ErrorNote problem={failed} retry={grading ? subjects.refetch : refetch} />}
      {!failed && !(grading && subjects.all) && <LoadingBars rows={12} />}
      {grading && subjects.all && (
        <Opened
          key={grading.id}
          grading={grading}
          etag={etag}
          subjects={subjects.all}
          isWhole={subjects.isWhole && !isPart}
        />
      )}
    </>
  )
}

type Shown = { grading: Grading; etag: string | undefined; subjects: GradeSubject[]; isWhole: boolean }

function Opened({ grading, etag, subjects, isWhole }: Shown) {
  const { t } = useWords()
  const proposing = useProposing(grading, subjects)
  const meters = isWhole ? liveMeters(grading, subjects, proposing.drafts) : grading.meters
  return (
    <>
      <Panes
        sideLabel={t('app.gradings.side')}
        side={<GradingSide grading={grading} etag={etag} meters={meters} subjects={subjects} />}
      >
        {subjects.length === 0 ? (
          <EmptyNote>{t('app.gradings.nobodyHere')}</EmptyNote>
        ) : (
          <SubjectTable grading={grading} subjects={subjects} proposing={proposing} />
        )}
      </Panes>
      <GradingFoot grading={grading} etag={etag} meters={meters} subjects={subjects} proposing={proposing} />
    </>
  )
}

function Facts({ grading, isPart }: { grading: Grading; isPart: boolean }) {
  const { t, number, day } = useWords()
  const { keeper, period, counts, subjects, state, decideOn, rules } = grading
  return (
    <>
      <span>{keeper.name}</span>
      <span>{tellPeriod(t, period)}</span>
      <span>{t(`app.gradings.count.${subjects}`, { count: number(counts.subjects) })}</span>
      <span>{rules.name}</span>
      {decideOn !== null && <span>{t('app.gradings.decideBy', { day: day(decideOn) })}</span>}
      {state === 'closed' && <StateMark state="locked" word={t('app.gradings.state.closed')} />}
      {isPart && <StateMark state="look" word={t('app.gradings.part')} />}
    </>
  )
}
