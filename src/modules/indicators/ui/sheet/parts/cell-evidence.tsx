import { EvidenceField } from '#web/kit/evidence/evidence-field.tsx'
import type { CellView } from '../rules/cell-view.ts'
import type { Spot } from '../rules/move.ts'
import { change } from '../store/change.ts'
import type { SheetStore } from '../store/sheet-store.ts'

type Props = { sheet: SheetStore; at: Spot; view: CellView; unit: string }

/** The files that a value rests on; those that wait on this device go with the value. */
export const CellEvidence = ({ sheet, at, view, unit }: Props) => (
  <EvidenceField
    unit={unit}
    period={sheet.period}
    fileIds={view.evidenceIds}
    files={view.evidence}
    onChange={(evidence) => change(sheet, [{ ...at, change: { evidence } }])}
  />
)
