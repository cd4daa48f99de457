import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { getWhy, type Why } from '../../../api/results.ts'
import { FileAppeal } from '../../appeals/file-appeal.tsx'
import { AfterAppeals } from '../after-appeals.tsx'
import { ResultLink } from '../links.tsx'
import { ResultFacts } from '../result-facts.tsx'
import classes from '../results.module.css'
import { UnitYears } from '../unit-years.tsx'
import { AreaStrip } from './area-strip.tsx'
import { Dearest } from './dearest.tsx'
import { WhyFigures } from './why-figures.tsx'
import { WhyTree } from './why-tree.tsx'

type Search = { version?: number | string; open?: string | number }

/** Why a unit has its score: a tree whose leaves add up to it, what was lost where, and who said so with which proof. */
export function WhyPage() {
  const { t } = useWords()
  const { round, unit } = useParams({ strict: false }) as { round: string; unit: string }
  const { version, open } = useSearch({ strict: false }) as Search
  const go = useNavigate()
  const asked = version === undefined ? {} : { version: Number(version) }
  const key = { round: String(round), unit: String(unit), ...asked }
  const { data, error, refetch } = useRead(getWhy, key, { offline: true })
  const why = data?.result.id === key.round && data.unit.code === key.unit ? data : undefined
  const toggle = (code: string | null) =>
    go({
      to: '.',
      search: (old: object) => ({ ...old, open: code ?? undefined }),
      replace: true,
      resetScroll: false,
    } as never)
  return (
    <>
      <PageHead
        title={why ? titleOf(why, t) : t('app.results.why')}
        facts={
          why && (
            <>
              <ResultLink round={why.result.id} version={asked.version} className={classes.fact}>
                {why.result.name}
              </ResultLink>
              <ResultFacts result={why.result} />
            </>
          )
        }
        actions={why && <FileAppeal round={why.result.id} unit={why.unit} until={why.result.appealsUntil} />}
      />
      <div className={classes.page}>
        {error && !why && <ErrorNote problem={error} retry={refetch} />}
        {!why && !error && <LoadingBars rows={12} />}
        {why && (
          <>
            {why.version < why.result.versions && (
              <p className={classes.old}>
                {t('app.results.olderVersion', { version: why.version })}{' '}
                <ResultLink round={why.result.id} unit={why.unit.code}>
                  {t('app.results.toLast')}
                </ResultLink>
              </p>
            )}
            <WhyFigures why={why} />
            <AreaStrip why={why} />
            <Dearest why={why} onOpen={toggle} />
            <AfterAppeals
              round={why.result.id}
              version={why.version}
              versions={why.result.versions}
              unit={why.unit.code}
            />
            <Section title={t('app.results.tree')}>
              <WhyTree why={why} opened={open === undefined ? null : String(open)} onOpen={toggle} />
            </Section>
            <UnitYears unit={why.unit.code} />
          </>
        )}
      </div>
    </>
  )
}

const titleOf = ({ unit, indexPercent }: Why, t: (key: string, values: { unit: string }) => string) =>
  t(indexPercent === null ? 'app.results.whyOpen' : 'app.results.whyOf', { unit: unit.name })
