import { IconChevronDown, IconChevronRight, IconFileText } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { LineageLeaf } from '../../api/lineage.ts'
import { measureOf } from '../reading/use-measure.ts'
import classes from './lineage.module.css'
import { moveInTree, type TreeRow } from './tree-rows.ts'
import type { Lineage, useLineage } from './use-lineage.ts'

type Props = {
  lineage: Pick<ReturnType<typeof useLineage>, 'rows' | 'toggle' | 'showAll'> & { tree: Lineage }
  chosen: LineageLeaf | null
  onChoose(leaf: LineageLeaf): void
}

/** One tab stop; the arrows walk it, Enter opens a branch or a report. */
export function LineageTree({ lineage: { tree, rows, toggle, showAll }, chosen, onChoose }: Props) {
  const { t } = useWords()
  const [at, setAt] = useState(0)
  const here = Math.min(at, rows.length - 1)
  const act = (row: TreeRow) => {
    if (row.kind === 'leaf') onChoose(row.leaf)
    else if (row.kind === 'more') showAll(row.parent)
    else toggle(row.path, !row.isOpen)
  }
  const onKey = (event: KeyboardEvent) => {
    const row = rows[here]
    if (row && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      act(row)
    }
    const move = moveInTree(event.key, rows, here)
    if (!move) return
    event.preventDefault()
    if ('to' in move) setAt(move.to)
    else if ('open' in move) toggle(move.open, true)
    else toggle(move.close, false)
  }
  return (
    <div
      role="tree"
      tabIndex={0}
      className={classes.tree}
      aria-label={t('app.lineage.tree')}
      aria-activedescendant={`lineage-${rows[here]?.path}`}
      onKeyDown={onKey}
    >
      {rows.map((row, i) => (
        <Line
          key={row.path}
          row={row}
          tree={tree}
          isHere={i === here}
          isChosen={row.kind === 'leaf' && row.leaf === chosen}
          onAct={() => {
            setAt(i)
            act(row)
          }}
        />
      ))}
    </div>
  )
}

type LineProps = { row: TreeRow; tree: Lineage; isHere: boolean; isChosen: boolean; onAct(): void }

function Line({ row, tree, isHere, isChosen, onAct }: LineProps) {
  const told = useLine(row, tree)
  const Mark =
    row.kind === 'leaf'
      ? IconFileText
      : row.kind === 'node' && row.isOpen
        ? IconChevronDown
        : IconChevronRight
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree, its one tab stop, listens to the keys
    <div
      id={`lineage-${row.path}`}
      role="treeitem"
      tabIndex={-1}
      className={classes.line}
      data-here={isHere || undefined}
      data-kind={row.kind}
      style={{ paddingLeft: 2 + (row.depth - 1) * 16 }}
      aria-level={row.depth}
      aria-setsize={row.siblings}
      aria-posinset={row.place}
      aria-expanded={row.kind === 'node' ? row.isOpen : undefined}
      aria-selected={isChosen}
      onClick={onAct}
    >
      <span className={classes.mark} aria-hidden>
        {row.kind !== 'more' && <Mark size={15} stroke={1.6} />}
      </span>
      <span className={classes.name}>
        {told.name}
        {told.about && <small>{told.about}</small>}
      </span>
      <b>{told.value}</b>
    </div>
  )
}

function useLine(row: TreeRow, tree: Lineage): { name: string; about: string; value: string } {
  const words = useWords()
  const { t, number, day } = words
  if (row.kind === 'more')
    return { name: t('app.lineage.more', { count: number(row.count) }), about: '', value: '' }
  const part = row.kind === 'leaf' ? row.leaf : row.node
  const indicator = tree.indicators.find(({ code }) => code === part.indicator)
  const measure = measureOf(words, indicator?.unitOfMeasure ?? '', [part.value, tree.value])
  const isOther = part.indicator !== tree.indicator && row.depth === 2
  const name = isOther ? (indicator?.name ?? part.indicator) : part.unit.name
  if (row.kind === 'node') {
    const count = t('app.lineage.parts', { count: number(row.node.parts.length) })
    return { name, about: row.isOpen ? '' : count, value: measure.tell(part.value) }
  }
  const { report, share, whole } = row.leaf
  const form = tree.forms.find(({ code }) => code === report?.form)?.name
  const sent =
    report &&
    t('app.lineage.report', { period: tellPeriod(t, report.period, 'short'), version: report.version })
  const approved =
    report?.approvedAt && t('app.lineage.approved', { day: day(report.approvedAt.slice(0, 10)) })
  const of =
    share && whole
      ? t('app.lineage.share', { share: number(String(Number(share) * 100)), whole: measure.tell(whole) })
      : ''
  return {
    name: row.isOwn && form ? form : name,
    about: [sent ?? t('app.lineage.computed'), approved, of].filter(Boolean).join(' · '),
    value: measure.tell(part.value),
  }
}
