import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { SessionTotals } from '../../api/sessions.ts'
import classes from './sessions.module.css'
import { Share } from './share.tsx'

/** Who was reached, by kind and all together; people who came twice are counted twice. */
export function SessionTotalsSide({ totals }: { totals: SessionTotals }) {
  const { t } = useWords()
  return (
    <Section title={t('app.studySessions.reached')}>
      <table className={`tbl ${classes.totals}`}>
        <thead>
          <tr>
            <th scope="col">{t('app.studySessions.kind')}</th>
            <th scope="col" className={classes.number}>
              {t('app.studySessions.came')}
            </th>
          </tr>
        </thead>
        <tbody>
          {totals.kinds.map(({ kind, invited, attended }) => (
            <tr key={kind}>
              <th scope="row">{t(`app.studySessions.kind.${kind}`)}</th>
              <td className={classes.number}>
                <Share invited={invited} attended={attended} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('app.studySessions.all')}</th>
            <td className={classes.number}>
              <Share invited={totals.invited} attended={totals.attended} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className={classes.note}>{t('app.studySessions.heads')}</p>
    </Section>
  )
}
