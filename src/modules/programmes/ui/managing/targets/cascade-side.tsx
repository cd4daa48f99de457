import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { type CascadeAnswer, listRevisions } from '../../../api/targets.ts'
import classes from './targets.module.css'

/** What each level below comes to, and every setting of the target that is looked at. */
export function CascadeSide({ answer, looked }: { answer: CascadeAnswer; looked: string }) {
  const { t, number } = useWords()
  const { levels, whole, parts } = answer
  const row = [whole, ...parts].find(({ unit }) => unit.code === looked) ?? whole
  return (
    <div className={classes.side}>
      {levels.length > 0 && (
        <Section title={t('app.targets.levels')}>
          <ul className={classes.list}>
            {levels.map(({ level, set, units, sum, remainder, because, state }) => (
              <li key={level}>
                {t('app.targets.level', { level: String(level), set: number(set), units: number(units) })}
                <small>
                  {because
                    ? t(`app.targets.because.${because}`)
                    : t(`app.targets.levelSum.${state}`, {
                        sum: number(sum),
                        remainder: number(remainder!.replace('-', '')),
                      })}
                </small>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Revisions
        name={row.unit.name}
        asked={{ indicator: answer.indicator.code, period: answer.period, unit: row.unit.code }}
      />
    </div>
  )
}

type Asked = { indicator: string; period: string; unit: string }

function Revisions({ name, asked }: { name: string; asked: Asked }) {
  const { t, number, instant } = useWords()
  const { data, error, refetch, isPlaceholderData } = useRead(listRevisions, asked)
  return (
    <Section title={t('app.targets.revisionsOf', { name })}>
      {error && !data && <ErrorNote problem={error} retry={refetch} />}
      {!data && !error && <LoadingBars rows={3} />}
      {data?.revisions.length === 0 && <p>{t('app.targets.never')}</p>}
      <ul className={classes.list} aria-busy={isPlaceholderData}>
        {data?.revisions.map(({ revision, value, reason, by, at }) => (
          <li key={revision}>
            <b>{value === null ? t('app.targets.withdrawn') : number(value)}</b>
            {reason && <> “{reason}”</>}
            <small>
              {by}, {instant(at)}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
