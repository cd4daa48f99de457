import { Select } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { inSentence, kindsOf } from '#modules/organisation/rules/names.ts'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import type { AttainmentAnswer } from '../../api/attainment.ts'
import { LineageDrawer } from '../lineage/lineage-drawer.tsx'
import { kindsTold } from '../reading/use-measure.ts'
import { AttainmentList } from './attainment-list.tsx'
import { AttainmentTable } from './attainment-table.tsx'
import { BordersChoice, RestatedNote } from './borders-choice.tsx'
import classes from './dashboard.module.css'
import { ExportMenu } from './export-menu.tsx'
import { FigureHead } from './figure-head.tsx'
import { MapSection } from './map-section.tsx'
import { countBehind } from './sort-rows.ts'
import { TrendSection } from './trend-section.tsx'
import { useAttainment, useView } from './use-dashboard.ts'

/** One figure of a programme: the whole, every unit below, where they lie, how it went, and where it comes from. */
export function ProgrammePage() {
  const { t } = useWords()
  const { unit, period, borders, state } = useSelection()
  const { open, show } = useView()
  const { asked, data: answer, error, refetch, isPlaceholderData } = useAttainment()
  if (error && !answer)
    return (
      <>
        <PageHead title={t('app.programmes.one')} />
        <ErrorNote problem={error} retry={() => refetch()} />
      </>
    )
  if (!answer)
    return (
      <>
        <PageHead title={t('app.programmes.one')} />
        {unit ? <LoadingBars rows={14} /> : <EmptyNote>{t('app.programmes.chooseUnit')}</EmptyNote>}
      </>
    )
  return (
    <div className={classes.push}>
      <Dashboard answer={answer} asked={asked} isOld={isPlaceholderData} />
      {open && (
        <LineageDrawer
          figure={{ key: answer.figure.key, unit: open, period, borders, state }}
          onClose={() => show({ open: undefined })}
        />
      )}
    </div>
  )
}

type Props = { answer: AttainmentAnswer; asked: ReturnType<typeof useAttainment>['asked']; isOld: boolean }

function Dashboard({ answer, asked, isOld }: Props) {
  const { t } = useWords()
  const { select } = useSelection()
  const { show } = useView()
  const isPhone = useMediaQuery('(max-width: 760px)') ?? false
  const map = useRef<SVGSVGElement>(null)
  const trend = useRef<SVGSVGElement>(null)
  const act = { onOpen: (code: string) => show({ open: code }), onEnter: (unit: string) => select({ unit }) }
  return (
    <div className={classes.page} aria-busy={isOld} data-old={isOld || undefined}>
      <PageHead
        title={answer.programme.name}
        facts={<Facts answer={answer} />}
        actions={
          <>
            <BordersChoice answer={answer} />
            <ExportMenu answer={answer} asked={asked} drawings={{ map, trend }} />
          </>
        }
      />
      <Choices answer={answer} />
      <div className={classes.panes}>
        <div className={classes.left}>
          <FigureHead answer={answer} onOpen={() => show({ open: answer.unit.code })} />
          {answer.rows.length === 0 ? (
            <EmptyNote>{t('app.dashboard.noUnits', { unit: answer.unit.name })}</EmptyNote>
          ) : isPhone ? (
            <AttainmentList answer={answer} {...act} />
          ) : (
            <AttainmentTable answer={answer} {...act} />
          )}
        </div>
        <div className={classes.aside}>
          <MapSection answer={answer} onOpen={act.onOpen} ref={map} />
          <RestatedNote answer={answer} />
          <TrendSection answer={answer} ref={trend} />
          <Behind answer={answer} />
        </div>
      </div>
    </div>
  )
}

function Facts({ answer }: { answer: AttainmentAnswer }) {
  const { t, number } = useWords()
  const { breakthrough } = answer.programme
  const period = inSentence(tellPeriod(t, answer.period))
  const kinds = kindsOf(answer.rows.map(({ unit }) => unit))
  return (
    <>
      <span>
        {breakthrough === null
          ? t('app.dashboard.facts', { period })
          : t('app.dashboard.facts.content', { number: number(breakthrough), period })}
      </span>
      {answer.rows.length > 0 && (
        <span>
          {t('app.dashboard.facts.units', { count: number(answer.rows.length), kinds: kindsTold(t, kinds) })}
        </span>
      )}
      <Link to={'/programmes' as never} search={keepPlace as never}>
        {t('app.dashboard.all')}
      </Link>
    </>
  )
}

const keepPlace = ({ unit, period, borders, state }: Record<string, unknown>) => ({
  unit,
  period,
  borders,
  state,
})

/** Which figure, which units, and which values. */
function Choices({ answer }: { answer: AttainmentAnswer }) {
  const { t } = useWords()
  const { state, select } = useSelection()
  const { below, show } = useView()
  const mayReadReports = useMe().may('report.read')
  const hasLower = answer.below === 'leaves' || answer.rows.some(({ unit }) => unit.units > 0)
  return (
    <div className={classes.choices}>
      {answer.figures.length > 1 && (
        <Select
          aria-label={t('app.dashboard.figure')}
          w={280}
          value={answer.figure.key}
          data={answer.figures.map(({ key, label }) => ({ value: key, label }))}
          allowDeselect={false}
          onChange={(key) => show({ figure: key ?? undefined, open: undefined })}
        />
      )}
      {hasLower && (
        <Select
          aria-label={t('app.dashboard.below.choose')}
          w={190}
          value={below}
          data={(['children', 'leaves'] as const).map((value) => ({
            value,
            label: t(`app.dashboard.below.${value}`),
          }))}
          allowDeselect={false}
          onChange={(value) => show({ below: value === 'leaves' ? 'leaves' : 'children' })}
        />
      )}
      {mayReadReports && (
        <Select
          aria-label={t('app.dashboard.state')}
          w={170}
          value={state}
          data={(['approved', 'submitted'] as const).map((value) => ({
            value,
            label: t(`app.dashboard.state.${value}`),
          }))}
          allowDeselect={false}
          onChange={(value) => select({ state: value === 'submitted' ? 'submitted' : 'approved' })}
        />
      )}
    </div>
  )
}

/** How many units missed their target, and how many have nothing to say. */
function Behind({ answer }: { answer: AttainmentAnswer }) {
  const { t, number } = useWords()
  const { behind, missing } = countBehind(answer.rows)
  if (behind + missing === 0) return null
  return (
    <p className={classes.behind}>
      {behind > 0 && <span className="warn">{t('app.dashboard.behind', { count: number(behind) })}</span>}
      {missing > 0 && <span> {t('app.dashboard.missingUnits', { count: number(missing) })}</span>}
    </p>
  )
}
