import type { Unit } from '#modules/organisation/api.ts'
import { useWords } from '#web/kit/words.tsx'
import classes from './sheet.module.css'
import { SheetLine } from './sheet-line.tsx'
import type { useSheet } from './use-sheet.ts'

const UNITS = 'study-sheet-units'

/** The lines as a table; on a phone each line stands by itself. */
export function SheetRows({ sheet, units }: { sheet: ReturnType<typeof useSheet>; units: readonly Unit[] }) {
  const { t } = useWords()
  const nameOf = new Map(units.map(({ code, name }) => [code, name]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach what is beside
    <section className={classes.scroll} tabIndex={0} aria-label={t('app.studySheet.table')}>
      <datalist id={UNITS}>
        {units.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </datalist>
      <table className={`tbl ${classes.sheet}`}>
        <thead>
          <tr>
            <th scope="col">{t('app.studySheet.line')}</th>
            <th scope="col">{t('app.studySessions.unit')}</th>
            <th scope="col">{t('app.studySessions.cell')}</th>
            <th scope="col">{t('app.studySessions.heldOn')}</th>
            <th scope="col">{t('app.studySessions.form')}</th>
            {sheet.kinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`app.studySessions.kind.${kind}`)}
                <small>
                  {t('app.studySessions.invited')} · {t('app.studySessions.attended')}
                </small>
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line, n) => (
            <SheetLine
              key={line.key}
              line={line}
              place={n + 1}
              kinds={sheet.kinds}
              unitName={nameOf.get(line.unit)}
              unitList={UNITS}
              faults={sheet.faultsOf(line)}
              onChange={(change) => sheet.change(line.key, change)}
              onRemove={() => sheet.remove(line.key)}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}
