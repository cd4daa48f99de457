import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconCloudUp,
  IconGitMerge,
  IconMessage,
} from '@tabler/icons-react'
import type { CellView } from '../rules/cell-view.ts'

const TROUBLES = {
  refused: [IconAlertOctagon, 'back'],
  misread: [IconAlertOctagon, 'back'],
  conflict: [IconGitMerge, 'back'],
  returned: [IconArrowBackUp, 'back'],
  outlier: [IconAlertTriangle, 'warn'],
} as const

/** The ground of a cell, as the style sheet names it. */
export function groundOf({ trouble, sync, canType, value, implied, text }: CellView): string {
  if (!canType) return 'locked'
  if (trouble?.kind === 'outlier') return 'outlier'
  if (trouble) return 'returned'
  if (sync === 'queued') return 'queued'
  if (sync === 'saved') return 'saved'
  if (implied !== null) return 'implied'
  return value === null && text === null ? 'missing' : ''
}

/** The one mark that stands left in a cell; its word is in the cell's name and in the bar above. */
export function CellMark({ view: { trouble, sync, comment, canType } }: { view: CellView }) {
  const [Icon, tone] =
    trouble && canType
      ? TROUBLES[trouble.kind]
      : sync === 'queued'
        ? ([IconCloudUp, 'wait'] as const)
        : sync === 'saved'
          ? ([IconCheck, 'done'] as const)
          : comment
            ? ([IconMessage, 'idle'] as const)
            : [null, '']
  return Icon && <Icon className={`mk ${tone}`} size={14} stroke={1.75} aria-hidden />
}
