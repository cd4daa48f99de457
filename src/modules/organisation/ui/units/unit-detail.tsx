import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { getUnit } from '../../api/unit.ts'
import { getTimeline, type Timeline } from '../../api.ts'
import classes from './units.module.css'

/** One unit on a day, and everything that happened to it. */
export function UnitPane({ id, on }: { id: string; on: string }) {
  const { t, day, number } = useWords()
  const { data, error, refetch } = useRead(getUnit, { id, on }, { offline: true })
  if (error && !data) return <ErrorNote problem={error} retry={refetch} />
  if (!data) return <LoadingBars rows={8} />
  const [place] = data.places
  const above = place?.above.map(({ name }) => name).join(' › ')
  return (
    <div className={classes.detail}>
      {above && <p className={classes.path}>{above}</p>}
      <h2>{data.name}</h2>
      <dl>
        <dt>{t('app.units.code')}</dt>
        <dd>{data.code}</dd>
        <dt>{t('app.units.kind')}</dt>
        <dd>{data.kind}</dd>
        {data.nameEn && (
          <>
            <dt>{t('app.units.nameEn')}</dt>
            <dd lang="en">{data.nameEn}</dd>
          </>
        )}
        {Object.entries(data.codes).map(([scheme, code]) => (
          <Pair key={scheme} term={t('app.units.otherCode', { scheme })} value={code} />
        ))}
        <dt>{t('app.units.life')}</dt>
        <dd>
          {data.beginsOn ? day(data.beginsOn) : t('app.units.openStart')} –{' '}
          {data.endsOn ? day(data.endsOn) : t('app.units.openEnd')}
        </dd>
        {place && place.below > 0 && (
          <Pair
            term={t('app.units.below')}
            value={t('app.units.belowCount', { children: number(place.children), all: number(place.below) })}
          />
        )}
      </dl>
      <History id={id} code={data.code} />
    </div>
  )
}

const Pair = ({ term, value }: { term: string; value: string }) => (
  <>
    <dt>{term}</dt>
    <dd>{value}</dd>
  </>
)

function History({ id, code }: { id: string; code: string }) {
  const { t } = useWords()
  const { data, error, refetch } = useRead(getTimeline, { id }, { offline: true })
  if (error && !data) return <ErrorNote problem={error} retry={refetch} />
  if (!data) return <LoadingBars rows={4} />
  return (
    <Section title={t('app.units.history')}>
      {data.events.length === 0 ? (
        <EmptyNote>{t('app.units.noHistory')}</EmptyNote>
      ) : (
        <ol className={classes.events}>
          {data.events.map((event) => (
            <Event key={`${event.date} ${event.kind} ${event.before}`} event={event} code={code} />
          ))}
        </ol>
      )}
    </Section>
  )
}

type UnitEvent = Timeline['events'][number]

function Event({ event, code }: { event: UnitEvent; code: string }) {
  const { t, day } = useWords()
  const { date, kind, basis, from, into, before, after } = event
  return (
    <li>
      <b>{day(date)}</b> {t(`app.units.event.${kind}`)}
      {before !== null && after !== null && <small>{t('app.units.changed', { before, after })}</small>}
      <Others units={from} label="app.units.from" />
      <Others units={into} label="app.units.into" />
      {into.some(({ share }) => share === null) && <MissingShare event={event} code={code} />}
      {basis && <small>{basis}</small>}
    </li>
  )
}

function Others({ units, label }: { units: UnitEvent['from']; label: string }) {
  const { t, number } = useWords()
  if (units.length === 0) return null
  return (
    <ul>
      {units.map(({ id, name, code, share }) => (
        <li key={id}>
          {t(label, { name, code })}
          {share !== null && share !== '1' && ` · ${t('app.units.share', { share: number(share) })}`}
        </li>
      ))}
    </ul>
  )
}

/** A share that nobody wrote down: figures count only where all the successors meet, until somebody does. */
function MissingShare({ event: { date, kind, into }, code }: { event: UnitEvent; code: string }) {
  const { t } = useWords()
  const may = useMe().may('unit.change')
  const search = { date, kind, from: code, into: into.map((unit) => unit.code).join(',') }
  return (
    <small className="st warn">
      <IconAlertTriangle size={14} aria-hidden />
      {t('app.units.noShare')}
      {may && (kind === 'transfer' || kind === 'split') && (
        <Button
          component={Link}
          to={'/units/change' as never}
          search={search as never}
          size="xs"
          variant="default"
        >
          {t('app.units.giveShare')}
        </Button>
      )}
    </small>
  )
}
