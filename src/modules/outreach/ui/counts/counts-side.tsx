import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { OutreachCounts } from '../../api/outreach.ts'
import type { OutreachCount, OutreachForm } from '../../schema.ts'
import classes from '../outreach.module.css'
import { People, ToldNote } from './people.tsx'

type Row = OutreachCount & { key: string; name: string; onOpen?: () => void }

/** What the period came to by form and by programme. A form narrows the list. */
export function CountsSide({ counts, onForm }: { counts: OutreachCounts; onForm(form: OutreachForm): void }) {
  const { t, lang } = useWords()
  if (counts.total.activities === 0) return null
  return (
    <div className={classes.side}>
      <Counted
        title={t('app.outreach.byForm')}
        first={t('app.outreach.form')}
        rows={counts.forms.map(({ form, ...count }) => ({
          ...count,
          key: form,
          name: t(`app.outreach.form.${form}`),
          onOpen: () => onForm(form),
        }))}
      />
      <ToldNote count={counts.total} />
      <Counted
        title={t('app.outreach.byProgramme')}
        first={t('app.outreach.programme')}
        rows={counts.programmes.map(({ programme, ...count }) => ({
          ...count,
          key: programme?.slug ?? '',
          name: programme
            ? (lang === 'en' && programme.nameEn) || programme.name
            : t('app.outreach.noProgramme'),
        }))}
      />
    </div>
  )
}

function Counted({ title, first, rows }: { title: string; first: string; rows: readonly Row[] }) {
  const { t, number } = useWords()
  return (
    <Section title={title}>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col" className={classes.number}>
              {t('app.outreach.activities')}
            </th>
            <th scope="col" className={classes.number}>
              {t('app.outreach.reached')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, onOpen, ...count }) => (
            <tr key={key}>
              <th scope="row">
                {onOpen ? (
                  <button type="button" className="fig" onClick={onOpen}>
                    {name}
                  </button>
                ) : (
                  name
                )}
              </th>
              <td className={classes.number}>{number(count.activities)}</td>
              <td className={classes.number}>
                <People count={count} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
