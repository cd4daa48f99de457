import { useMemo, useState } from 'react'
import { useRead } from '#web/sync/use-read.ts'
import { getLineage } from '../../api/lineage.ts'
import { treeRows } from './tree-rows.ts'

/** A figure by its key, or any indicator by its code, at a unit. */
export type FigureAt = ({ key: string } | { indicator: string }) & {
  unit: string
  period: string
  borders: string
  state?: 'approved' | 'submitted'
}

/** The lineage of a figure, and which of its branches are open. */
export function useLineage(figure: FigureAt) {
  const key = 'key' in figure ? figure.key : figure.indicator
  const { unit, period, borders, state = 'approved' } = figure
  const read = useRead(getLineage, { key, unit, period, borders, state }, { offline: true })
  const tree = read.isPlaceholderData ? undefined : read.data
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['0']))
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => (tree ? treeRows(tree, open, whole) : []), [tree, open, whole])
  const toggle = (path: string, isOpen: boolean) =>
    setOpen((old) => {
      const next = new Set(old)
      if (isOpen) next.add(path)
      else next.delete(path)
      return next
    })
  return {
    ...read,
    tree,
    rows,
    toggle,
    showAll: (path: string) => setWhole((old) => new Set([...old, path])),
  }
}
export type Lineage = NonNullable<ReturnType<typeof useLineage>['tree']>
