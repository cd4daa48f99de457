import { Link, useParams } from '@tanstack/react-router'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes, Section } from '#web/kit/panes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { type GradeSheet, getGradeSheet } from '../../../api/grading-sheet.ts'
import { linkTo } from '../links.tsx'
import { WarningList } from '../warning-list.tsx'
import { CommitmentList } from './commitment-list.tsx'
import { ConditionList } from './condition-list.tsx'
import { FactList } from './fact-list.tsx'
import { GateList } from './gate-list.tsx'
import { ScoreSection } from './score-section.tsx'
import classes from './sheet.module.css'
import { SheetActs } from './sheet-acts.tsx'
import { Standing } from './standing.tsx'

/** One subject: scored criteria, what was registered and done, and every step from its own word to the notice. */
export function GradeSheetPage() {
  const { t } = useWords()
  const { grading, subject } = useParams({ strict: false }) as { grading: string; subject: string }
  const { data: read, error, refetch } = useEtagRead(getGradeSheet, { grading, subject })
  const sheet = read?.data.id === subject ? read.data : undefined
  return (
    <>
      <PageHead title={sheet?.name ?? t('app.gradeSheet.title')} facts={sheet && <Facts sheet={sheet} />} />
      {error && !sheet && <ErrorNote problem={error} retry={refetch} />}
      {!sheet && !error && <LoadingBars rows={12} />}
      {sheet && (
        <>
          <Panes sideLabel={t('app.gradeSheet.steps')} side={<Side sheet={sheet} />}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
            <section className={classes.body} tabIndex={0} aria-label={sheet.name}>
              <Standing sheet={sheet} />
              <CommitmentList sheet={sheet} etag={read?.etag ?? undefined} />
              <ScoreSection key={sheet.id} sheet={sheet} etag={read?.etag ?? undefined} />
              <ConditionList sheet={sheet} etag={read?.etag ?? undefined} />
              <GateList sheet={sheet} etag={read?.etag ?? undefined} />
            </section>
          </Panes>
          <SheetActs sheet={sheet} etag={read?.etag ?? undefined} />
        </>
      )}
    </>
  )
}

function Facts({ sheet }: { sheet: GradeSheet }) {
  const { t } = useWords()
  const { grading, title, unit, isHead, group, code } = sheet
  const isPerson = grading.subjects === 'people'
  return (
    <>
      <Link {...linkTo('/gradings/$grading', { grading: grading.id })}>{grading.name}</Link>
      <span>{tellPeriod(t, grading.period)}</span>
      <span>{[title, isPerson && unit.name].filter(Boolean).join(', ')}</span>
      {isHead && <span>{t('app.gradings.head')}</span>}
      {group !== '' && group !== title && <span>{t('app.gradeSheet.group', { group })}</span>}
      <span>{code}</span>
    </>
  )
}

function Side({ sheet }: { sheet: GradeSheet }) {
  const { t } = useWords()
  return (
    <>
      {sheet.warnings.length > 0 && (
        <Section title={t('app.gradings.warnings')}>
          <WarningList warnings={sheet.warnings} />
        </Section>
      )}
      <Section title={t('app.gradeSheet.steps')}>
        <FactList facts={sheet.facts} exemptions={sheet.ruleset.exemptions} />
      </Section>
    </>
  )
}
