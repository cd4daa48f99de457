import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import type { OutreachCounts } from '../../api/outreach.ts'
import classes from '../outreach.module.css'
import { People } from './people.tsx'

/** The units right below, each with all below it, by form; a name opens that unit. */
export function UnitCounts({ counts }: { counts: OutreachCounts }) {
  const { t, number } = useWords()
  const { select } = useSelection()
  const forms = counts.forms.map(({ form }) => form)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={classes.box} tabIndex={0} aria-label={t('app.outreach.byUnit')}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{t('app.outreach.unit')}</th>
            {forms.map((form) => (
              <th key={form} scope="col" className={classes.number}>
                {t(`app.outreach.form.${form}`)}
              </th>
            ))}
            <th scope="col" className={classes.number}>
              {t('app.outreach.activities')}
            </th>
            <th scope="col" className={classes.number}>
              {t('app.outreach.reached')}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.units.map(({ unit, isOwn, forms: held, ...count }) => (
            <tr key={`${unit.id} ${isOwn}`}>
              <th scope="row">
                {isOwn ? (
                  <span className={classes.own}>{t('app.outreach.own', { unit: unit.name })}</span>
                ) : (
                  <button type="button" className="fig" onClick={() => select({ unit: unit.code })}>
                    {unit.name}
                  </button>
                )}
              </th>
              {forms.map((form) => (
                <td key={form} className={classes.number}>
                  {number(held.find((one) => one.form === form)?.activities ?? 0)}
                </td>
              ))}
              <td className={classes.number}>{number(count.activities)}</td>
              <td className={classes.number}>
                <People count={count} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('app.outreach.total')}</th>
            {counts.forms.map(({ form, activities }) => (
              <td key={form} className={classes.number}>
                {number(activities)}
              </td>
            ))}
            <td className={classes.number}>{number(counts.total.activities)}</td>
            <td className={classes.number}>
              <People count={counts.total} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
