import { SegmentedControl } from '@mantine/core'
import { IconCaretDownFilled } from '@tabler/icons-react'
import type { Geometry } from 'geojson'
import { lazy, type Ref, Suspense } from 'react'
import classes from '#web/kit/charts/charts.module.css'
import { TileMap } from '#web/kit/charts/tile-map.tsx'
import { LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { type AttainmentAnswer, getBorders } from '../../api/attainment.ts'
import { useView } from './use-dashboard.ts'
import { type KeyEntry, useMap } from './use-map.ts'

const BorderMap = lazy(() => import('#web/kit/charts/border-map.tsx').then((m) => ({ default: m.BorderMap })))
/** More tiles than this cannot be read. */
const MOST_TILES = 80

type Props = { answer: AttainmentAnswer; onOpen(code: string): void; ref: Ref<SVGSVGElement> }

/** Where the units lie: as tiles or within their borders; nothing when neither is known. */
export function MapSection({ answer, onOpen, ref }: Props) {
  const { t } = useWords()
  const view = useView()
  const { units, key, isTargeted } = useMap(answer)
  const cells = answer.rows.flatMap((row) => row.cells)
  const hasTiles =
    cells.length > 0 && cells.length <= MOST_TILES && answer.rows.every((row) => row.cells.length > 0)
  if (!hasTiles && !answer.hasBorders) return null
  const form = answer.hasBorders && (view.map === 'borders' || !hasTiles) ? 'borders' : 'tiles'
  const title = t(isTargeted ? 'app.dashboard.map' : 'app.dashboard.map.amount', {
    label: answer.figure.label,
  })
  const drawing = { title, chosen: view.open ?? null, onChoose: onOpen, ref }
  const byCode = new Map(units.map((unit) => [unit.id, unit]))
  const withCells = answer.rows.map((row) => ({ ...byCode.get(row.unit.code)!, cells: row.cells }))
  return (
    <Section
      title={title}
      aside={
        hasTiles && (
          <SegmentedControl
            aria-label={t('app.dashboard.mapForm')}
            value={form}
            onChange={(map) => view.show({ map: map === 'borders' ? 'borders' : 'tiles' })}
            data={[
              { value: 'tiles', label: t('app.dashboard.mapForm.tiles') },
              { value: 'borders', label: t('app.dashboard.mapForm.borders'), disabled: !answer.hasBorders },
            ]}
          />
        )
      }
    >
      {form === 'tiles' ? (
        <TileMap {...drawing} units={withCells} />
      ) : (
        <Borders answer={answer} drawing={drawing} units={units} />
      )}
      <MapKey entries={key} note={t(isTargeted ? 'app.dashboard.key.percent' : 'app.dashboard.key.amount')} />
    </Section>
  )
}

type Drawing = { title: string; chosen: string | null; onChoose(code: string): void; ref: Ref<SVGSVGElement> }
type BordersProps = { answer: AttainmentAnswer; drawing: Drawing; units: ReturnType<typeof useMap>['units'] }

function Borders({ answer, drawing, units }: BordersProps) {
  const { t } = useWords()
  const { period, borders, below } = answer
  const read = useRead(getBorders, { unit: answer.unit.code, period, borders, below }, { offline: true })
  const byId = new Map((read.data?.borders ?? []).map((border) => [border.unitId, border]))
  const drawn = answer.rows.flatMap(({ unit }, i) => {
    const border = byId.get(unit.id)
    return border
      ? [
          {
            ...units[i]!,
            name: unit.shortName,
            letters: unit.shortCode,
            geometry: border.geometry as unknown as Geometry,
          },
        ]
      : []
  })
  const sources = [...new Set([...byId.values()].map(({ source }) => source))]
  if (drawn.length === 0) return <LoadingBars rows={6} />
  return (
    <Suspense fallback={<LoadingBars rows={6} />}>
      <BorderMap {...drawing} units={drawn} />
      <p className={classes.source}>{t('app.dashboard.borderSource', { sources: sources.join('; ') })}</p>
    </Suspense>
  )
}

const MapKey = ({ entries, note }: { entries: readonly KeyEntry[]; note: string }) => (
  <ul className={classes.key}>
    {entries.map(({ fill, text, isLow }) => (
      <li key={text}>
        <i style={{ background: fill }} aria-hidden />
        {text}
        {isLow && <IconCaretDownFilled size={11} aria-hidden />}
      </li>
    ))}
    <li>{note}</li>
  </ul>
)
