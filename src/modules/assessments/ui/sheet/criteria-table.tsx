import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { Sheet, SheetArea } from '../../api/scoring.ts'
import { CriterionRow } from './criterion-row.tsx'
import { byHand, nextOpen, stepFrom } from './rules/sheet-view.ts'
import classes from './sheet.module.css'
import type { Waiting } from './use-sheet.ts'

type Props = {
  sheet: Sheet
  areas: readonly SheetArea[]
  chosen: string | null
  waiting: ReadonlyMap<string, Waiting>
  /** Scores that verifiers looked at again stand in a column of their own. */
  isTwice: boolean
  onChoose(code: string): void
  /** Into the form beside. */
  onEnter(): void
}

const rowId = (code: string) => `criterion-${code}`
export const focusRow = (code: string) => document.getElementById(rowId(code))?.focus()

/** The tree of criteria with what each stage gives. One tab stop; `↑ ↓` walk, `← →` fold, `F8` goes to the next lack. */
export function CriteriaTable({ sheet, areas, chosen, waiting, isTwice, onChoose, onEnter }: Props) {
  const { t } = useWords()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const shown = areas.flatMap(({ code, criteria }) => (folded.has(code) ? [] : criteria))
  const stop = shown.some(({ code }) => code === chosen) ? chosen : (shown[0]?.code ?? null)
  const fold = (area: string, isFolded: boolean) =>
    setFolded((old) => new Set(isFolded ? [...old, area] : [...old].filter((code) => code !== area)))
  const go = (code: string | undefined) => {
    if (code === undefined) return
    onChoose(code)
    focusRow(code)
  }
  const onKey = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.criterion) return
    const codes = shown.map(({ code }) => code)
    const at = event.target.dataset.criterion
    const act = {
      ArrowDown: () => go(stepFrom(codes, at, 1)),
      ArrowUp: () => go(stepFrom(codes, at, -1)),
      Home: () => go(codes[0]),
      End: () => go(codes.at(-1)),
      F8: () => go(nextOpen(shown, at)),
      Enter: () => {
        onChoose(at)
        onEnter()
      },
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <table className={`tbl ${classes.table}`} onKeyDown={onKey}>
      <thead>
        <tr>
          <th scope="col">{t('app.score.code')}</th>
          <th scope="col">{t('app.score.criterion')}</th>
          <th scope="col">{t('app.score.max')}</th>
          <th scope="col">{t('app.score.stage.self')}</th>
          <th scope="col">{t('app.score.stage.verified')}</th>
          {isTwice && <th scope="col">{t('app.score.stage.re-verified')}</th>}
          <th scope="col">{t('app.score.stage.final')}</th>
          <th scope="col">{t('app.score.evidence')}</th>
        </tr>
      </thead>
      {areas.map((area) => (
        <tbody key={area.code}>
          <AreaRow area={area} isFolded={folded.has(area.code)} isTwice={isTwice} onFold={fold} />
          {!folded.has(area.code) &&
            area.criteria.map((criterion) => (
              <CriterionRow
                key={criterion.code}
                id={rowId(criterion.code)}
                criterion={criterion}
                waiting={waiting.get(criterion.code)}
                isChosen={criterion.code === chosen}
                isStop={criterion.code === stop}
                isTwice={isTwice}
                onChoose={() => onChoose(criterion.code)}
              />
            ))}
        </tbody>
      ))}
      <TotalRow sheet={sheet} isTwice={isTwice} />
    </table>
  )
}

type AreaProps = {
  area: SheetArea
  isFolded: boolean
  isTwice: boolean
  onFold(area: string, isFolded: boolean): void
}

function AreaRow({ area, isFolded, isTwice, onFold }: AreaProps) {
  const { code, name, max, sums } = area
  const { t, number } = useWords()
  const Icon = isFolded ? IconChevronRight : IconChevronDown
  const points = (sum: { points: string; said: number } | null) =>
    sum && sum.said > 0 ? number(sum.points, 2) : '–'
  return (
    <tr className={classes.area}>
      <th scope="row" colSpan={2}>
        <button
          type="button"
          aria-expanded={!isFolded}
          onClick={() => onFold(code, !isFolded)}
          onKeyDown={({ key }) => {
            if (key === 'ArrowLeft' || key === 'ArrowRight') onFold(code, key === 'ArrowLeft')
          }}
        >
          <Icon size={15} stroke={2} aria-hidden />
          <span>{code}</span>
          {name}
        </button>
      </th>
      <td>{number(max)}</td>
      <td>{points(sums.self)}</td>
      <td>{points(sums.verified)}</td>
      {isTwice && <td>{points(sums.reVerified)}</td>}
      <td>{points(sums.final)}</td>
      <td>{t('app.score.assessed', byHand(area))}</td>
    </tr>
  )
}

function TotalRow({ sheet: { totals }, isTwice }: { sheet: Sheet; isTwice: boolean }) {
  const { t, number } = useWords()
  const { self, verified, reVerified, final } = totals
  const points = (sum: { points: string; said: number } | null) =>
    sum && sum.said > 0 ? number(sum.points, 2) : '–'
  return (
    <tfoot>
      <tr>
        <td />
        <th scope="row">{t('app.score.sumWithoutSurvey')}</th>
        <td>{number(verified.max)}</td>
        <td>{points(self)}</td>
        <td>{points(verified)}</td>
        {isTwice && <td>{points(reVerified)}</td>}
        <td>{points(final)}</td>
        <td />
      </tr>
    </tfoot>
  )
}
