import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import type { Why, WhyCriterion } from '../../../api/results.ts'
import { Lost, Points } from '../points.tsx'
import classes from '../results.module.css'
import { CriterionWhy } from './criterion-why.tsx'

/** Of the tree that it stands in. */
const COLUMNS = 6

type Props = { why: Why; criterion: WhyCriterion; isOpened: boolean; onOpen(): void }

/** One leaf; opened, it says how its points came about. */
export function CriterionRow({ why, criterion, isOpened, onOpen }: Props) {
  const { number } = useWords()
  const { code, name, points, max, lost, before } = criterion
  const Chevron = isOpened ? IconChevronDown : IconChevronRight
  return (
    <>
      <tr id={`why-${code}`} className={isOpened ? 'on' : ''}>
        <td>{code}</td>
        <th scope="row">
          <button type="button" aria-expanded={isOpened} onClick={onOpen}>
            <Chevron size={15} stroke={1.75} aria-hidden />
            <span>
              <span className={classes.phoneOnly}>{code} </span>
              {name}
            </span>
          </button>
        </th>
        <td>
          <Points points={points} max={max} />
        </td>
        <td>
          <Lost lost={lost} />
        </td>
        <td className={classes.wideOnly} />
        <td className={`${classes.wideOnly} idle`}>{before !== null && number(before, 2)}</td>
      </tr>
      {isOpened && (
        <tr className={classes.detail}>
          <td colSpan={COLUMNS}>
            <CriterionWhy why={why} criterion={criterion} />
          </td>
        </tr>
      )}
    </>
  )
}
