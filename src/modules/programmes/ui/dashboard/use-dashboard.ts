import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useSelection } from '#web/kit/selection.ts'
import { useRead } from '#web/sync/use-read.ts'
import { getAttainment } from '../../api/attainment.ts'

/** What a dashboard shows beside unit, period, borders and state; it stands in the address with them. */
export type View = {
  figure?: string | undefined
  below: 'children' | 'leaves'
  sort: SortKey
  dir: 'up' | 'down'
  map: 'tiles' | 'borders'
  /** Code of the unit whose figure is opened down to its reports. */
  open?: string | undefined
}
export const SORT_KEYS = ['name', 'value', 'target', 'percent'] as const
export type SortKey = (typeof SORT_KEYS)[number]

type Search = { [name in keyof View]?: string | number }

export function useView(): View & { show(change: Partial<View>): void } {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const text = (value: string | number | undefined) => (value === undefined ? undefined : String(value))
  return {
    figure: text(search.figure),
    below: search.below === 'leaves' ? 'leaves' : 'children',
    sort: SORT_KEYS.find((key) => key === search.sort) ?? 'percent',
    dir: search.dir === 'down' ? 'down' : 'up',
    map: search.map === 'borders' ? 'borders' : 'tiles',
    open: text(search.open),
    show(change) {
      const search = (old: object) => ({ ...old, ...change })
      navigate({ to: '.', search, replace: true } as never)
    },
  }
}

/** The attainment of the programme in the address, as the address asks for it. */
export function useAttainment() {
  const { slug } = useParams({ strict: false }) as { slug: string }
  const { unit, period, borders, state } = useSelection()
  const { figure, below } = useView()
  const asked = { slug, period, borders, state, below, ...(unit && { unit }), ...(figure && { figure }) }
  return { asked, ...useRead(getAttainment, asked, { enabled: unit !== null }) }
}
