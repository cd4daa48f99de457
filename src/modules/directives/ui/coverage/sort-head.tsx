import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import classes from './coverage.module.css'

type Props = { label: string; isOn: boolean; direction: 'up' | 'down'; onSort(): void; number?: boolean }

/** A column's head that puts the rows in its order. */
export function SortHead({ label, isOn, direction, onSort, number = false }: Props) {
  const Icon = direction === 'up' ? IconArrowUp : IconArrowDown
  return (
    <th
      scope="col"
      className={number ? classes.number : undefined}
      aria-sort={isOn ? (direction === 'up' ? 'ascending' : 'descending') : 'none'}
    >
      <button type="button" className={classes.sort} onClick={onSort}>
        {label}
        {isOn && <Icon size={13} stroke={2} aria-hidden />}
      </button>
    </th>
  )
}
