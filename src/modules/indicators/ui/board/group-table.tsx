import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import classes from './board.module.css'
import { CountOf, FormHeads } from './form-heads.tsx'
import type { BoardPart } from './use-board.ts'

/** The units right below, each with its counts by form; a name opens that unit's own board. */
export function GroupTable({ board }: { board: BoardPart }) {
  const { t } = useWords()
  const { select } = useSelection()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={classes.box} tabIndex={0} aria-label={t('app.board.groups')}>
      <table className={`tbl ${classes.board}`}>
        <FormHeads board={board} first={t('app.board.group')} />
        <tbody>
          {board.groups.map(({ unit, counts }) => (
            <tr key={unit.id}>
              <th scope="row">
                <button type="button" className="fig" onClick={() => select({ unit: unit.code })}>
                  {unit.name}
                </button>
              </th>
              {counts.map((count, n) => (
                <td key={board.forms[n]!.code}>
                  <CountOf count={count} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
