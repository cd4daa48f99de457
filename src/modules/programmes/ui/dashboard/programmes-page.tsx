import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { AttainmentBar } from '#web/kit/charts/attainment-bar.tsx'
import { Figure } from '#web/kit/figure.tsx'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { listStandings } from '../../api/attainment.ts'
import type { FigureAnswer } from '../../schema.ts'
import { LineageDrawer } from '../lineage/lineage-drawer.tsx'
import { useMeasure } from '../reading/use-measure.ts'
import { Percent } from './attainment-line.tsx'
import classes from './dashboard.module.css'

/** The programmes of the period, each with its figures at the chosen unit. */
export function ProgrammesPage() {
  const { t } = useWords()
  const { unit, period, borders, state } = useSelection()
  const asked = { period, borders, state, ...(unit && { unit }) }
  const { data, error, refetch } = useRead(listStandings, asked, { enabled: unit !== null, offline: true })
  const [open, setOpen] = useState<string | null>(null)
  return (
    <div className={classes.push}>
      <div className={classes.page}>
        <PageHead
          title={t('app.programmes.title')}
          facts={
            <>
              {data && <span>{data.unit.name}</span>}
              <span>{tellPeriod(t, period)}</span>
            </>
          }
        />
        {error && !data && <ErrorNote problem={error} retry={() => refetch()} />}
        {!data &&
          !error &&
          (unit ? <LoadingBars rows={10} /> : <EmptyNote>{t('app.programmes.chooseUnit')}</EmptyNote>)}
        {data?.programmes.length === 0 && (
          <EmptyNote>{t('app.programmes.none', { period: tellPeriod(t, period) })}</EmptyNote>
        )}
        <div className={classes.programmes}>
          {data?.programmes.map((programme) => (
            <Programme key={programme.slug} programme={programme} onOpen={setOpen} />
          ))}
        </div>
      </div>
      {open && data && (
        <LineageDrawer
          figure={{ key: open, unit: data.unit.code, period, borders, state }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

type Told = Parameters<typeof FigureRow>[0]['figure']
type ProgrammeProps = {
  programme: { slug: string; name: string; breakthrough: number | null; figures: Told[] }
  onOpen(key: string): void
}

function Programme({ programme, onOpen }: ProgrammeProps) {
  const { t, number } = useWords()
  const { slug, name, breakthrough, figures } = programme
  return (
    <section className={classes.programme}>
      <h2>
        <Link to={`/programmes/${slug}` as never} search={((old: object) => old) as never}>
          {name}
        </Link>
        {breakthrough !== null && (
          <small>{t('app.programmes.content', { number: number(breakthrough) })}</small>
        )}
      </h2>
      {figures.length === 0 ? (
        <p className={classes.quiet}>{t('app.programmes.noFigures')}</p>
      ) : (
        <table className={`tbl ${classes.figures}`}>
          <caption className="vh">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{t('app.programmes.figure')}</th>
              <th scope="col" className={classes.num}>
                {t('app.programmes.value')}
              </th>
              <th scope="col" className={`${classes.num} ${classes.wide}`}>
                {t('app.dashboard.target')}
              </th>
              <th scope="col" className={classes.barHead}>
                <span className="vh">{t('app.dashboard.bar')}</span>
              </th>
              <th scope="col" className={classes.num}>
                {t('app.dashboard.attained')}
              </th>
              <th scope="col" className={`${classes.num} ${classes.wide}`}>
                {t('app.programmes.reported')}
              </th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <FigureRow key={figure.key} slug={slug} figure={figure} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function FigureRow({
  slug,
  figure,
  onOpen,
}: {
  slug: string
  figure: FigureAnswer
  onOpen(key: string): void
}) {
  const { t, number } = useWords()
  const { key, label, value, target, attainmentPercent, met } = figure
  const measure = useMeasure(figure.unitOfMeasure, [value, target])
  return (
    <tr>
      <th scope="row">
        <Link
          to={`/programmes/${slug}` as never}
          search={((old: object) => ({ ...old, figure: key })) as never}
        >
          {label}
        </Link>
      </th>
      <td className={classes.num}>
        {value === null ? (
          <span className="idle">{t('app.dashboard.missing')}</span>
        ) : (
          <Figure
            label={t('app.programmes.open', { label, value: measure.whole(value) })}
            onOpen={() => onOpen(key)}
          >
            {figure.state === 'official' ? '' : '≈ '}
            {measure.whole(value)}
          </Figure>
        )}
        {target !== null && (
          <small className={classes.narrow}>
            {t('app.dashboard.ofTarget', { target: measure.tell(target) })}
          </small>
        )}
      </td>
      <td className={`${classes.num} ${classes.plan} ${classes.wide}`}>
        {target === null ? '–' : measure.tell(target)}
      </td>
      <td className={classes.barCell}>
        {attainmentPercent !== null && <AttainmentBar percent={attainmentPercent} met={met} />}
      </td>
      <td className={`${classes.num} ${met === false ? 'warn' : ''}`}>
        <Percent
          percent={attainmentPercent}
          met={met}
          tell={(text) => number(text, 1)}
          below={t('app.dashboard.below')}
        />
      </td>
      <td className={`${classes.num} ${classes.wide} ${classes.plan}`}>
        {number(figure.reported)}/{number(figure.expected)}
      </td>
    </tr>
  )
}
