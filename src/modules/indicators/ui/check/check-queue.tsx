import { NativeSelect } from '@mantine/core'
import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { BoardCell } from '../../api/board.ts'
import type { FormEntry } from '../forms/rules/form-entries.ts'
import { usePhone } from '../sheet/use-phone.ts'
import classes from './check.module.css'

type Row = { unit: { code: string; name: string }; cell: BoardCell | null }
type Props = {
  entries: FormEntry[]
  entry: FormEntry
  rows: Row[]
  /** Code of the unit whose report is open. */
  chosen: string | null
  isMore: boolean
  onForm(entry: FormEntry): void
  onReport(code: string): void
}

/** What waits to be checked comes first; then everybody else, with where they stand. */
export function CheckQueue({ entries, entry, rows, chosen, isMore, onForm, onReport }: Props) {
  const { t, lang } = useWords()
  const isPhone = usePhone()
  const keyOf = ({ form, period }: FormEntry) => `${form.code} ${period}`
  const queue = rows.filter(({ cell }) => cell?.state === 'submitted')
  const others = rows.filter((row) => !queue.includes(row))
  return (
    <>
      <h2 className={classes.queueTitle}>{t('app.check.title')}</h2>
      <NativeSelect
        aria-label={t('app.forms.form')}
        value={keyOf(entry)}
        onChange={(event) => {
          const found = entries.find((one) => keyOf(one) === event.currentTarget.value)
          if (found) onForm(found)
        }}
        data={entries.map((one) => ({
          value: keyOf(one),
          label: `${lang === 'en' ? (one.form.nameEn ?? one.form.name) : one.form.name}, ${tellPeriod(t, one.period, 'short')}`,
        }))}
      />
      <h3 className={classes.queueHead}>{t('app.check.waiting', { count: queue.length })}</h3>
      <Reports rows={queue} chosen={chosen} onReport={onReport} />
      {others.length > 0 && (
        <details open={!isPhone}>
          <summary className={classes.queueHead}>{t('app.check.others', { count: others.length })}</summary>
          <Reports rows={others} chosen={chosen} onReport={onReport} />
        </details>
      )}
      {isMore && <p className={classes.hint}>{t('app.check.more')}</p>}
    </>
  )
}

function Reports({ rows, chosen, onReport }: Pick<Props, 'rows' | 'chosen' | 'onReport'>) {
  const { t, day } = useWords()
  return (
    <ul className={classes.queue}>
      {rows.map(({ unit, cell }) => (
        <li key={unit.code}>
          <button
            type="button"
            aria-current={unit.code === chosen ? 'true' : undefined}
            onClick={() => onReport(unit.code)}
          >
            <span>
              <b>{unit.name}</b>
              {cell?.state === 'submitted' && cell.submittedOn && (
                <small>{t('app.check.sentOn', { day: day(cell.submittedOn) })}</small>
              )}
            </span>
            <StateMark state={cell?.state ?? 'missing'} />
          </button>
        </li>
      ))}
    </ul>
  )
}
