import { useWords } from '#web/kit/words.tsx'
import type { CellView } from '../rules/cell-view.ts'
import type { Spot } from '../rules/move.ts'
import type { SheetStore } from '../store/sheet-store.ts'
import classes from './parts.module.css'

type Props = { sheet: SheetStore; at: Spot; view: CellView; unit: string }

/** The files that a value rests on. */
export function CellEvidence({ view }: Props) {
  const { t } = useWords()
  return (
    <ul className={classes.files} aria-label={t('app.sheet.evidence')}>
      {view.evidence.map(({ id, name }) => (
        <li key={id}>
          <a href={`/api/v1/files/${id}/content`} target="_blank" rel="noreferrer">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}
