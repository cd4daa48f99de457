import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Section } from '#web/kit/panes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { ChangeAnswer, ChangeRefusal } from '../../../api/unit-changes.ts'
import classes from './change.module.css'

/** Longer lists begin with these and say how many more there are. */
const SHOWN = 12

/** What the change does to series, grants, open reports, targets and duties; or why it cannot be made. */
export function Consequences({ told }: { told: ChangeAnswer }) {
  const { t, number, day } = useWords()
  if (!told.possible) return <Refusals refusals={told.refusals} />
  const { series, grants, openReports, targets, duties } = told
  return (
    <>
      <Section title={t('app.units.change.series')}>
        <List empty={t('app.units.change.noSeries')} items={series}>
          {({ indicator, how, values, from, to }) => (
            <li key={indicator.code}>
              <b>{indicator.name}</b>, {indicator.unitOfMeasure}
              <div className={how === 'notRestated' ? 'st warn' : undefined}>
                {t(`app.units.change.how.${how}`)}
              </div>
              <small>{t('app.units.change.values', { values: number(values), from, to })}</small>
            </li>
          )}
        </List>
      </Section>
      <Section title={t('app.units.change.grants')}>
        <List empty={t('app.units.change.noGrants')} items={grants}>
          {({ account, role, effect, unit, into, own }) => (
            <li key={`${account} ${role} ${unit.id} ${into?.id} ${effect}`}>
              <b>{account}</b>: {t(`role.${role}`)}
              <div>{t(`app.units.change.reach.${effect}`, { unit: unit.name, into: into?.name ?? '–' })}</div>
              {own && effect === 'loses' && <small>{t('app.units.change.grantAgain')}</small>}
            </li>
          )}
        </List>
      </Section>
      <Section title={t('app.units.change.reports')}>
        <List empty={t('app.units.change.noReports')} items={openReports}>
          {({ unit, form, period, state }) => (
            <li key={`${unit.id} ${form.code} ${period}`}>
              <b>{unit.name}</b>, {form.name}, {tellPeriod(t, period, 'short')} <StateMark state={state} />
            </li>
          )}
        </List>
      </Section>
      <Section title={t('app.units.change.targets')}>
        <List empty={t('app.units.change.noTargets')} items={targets}>
          {({ unit, targets: count, from, to }) => (
            <li key={unit.id}>
              {t('app.units.change.targetsLeft', { name: unit.name, count: number(count), from, to })}
            </li>
          )}
        </List>
      </Section>
      <Section title={t('app.units.change.duties')}>
        <List empty={t('app.units.change.noDuties')} items={duties}>
          {({ unit, directive, occurrences, to }) => (
            <li key={`${unit.id} ${directive}`}>
              {t('app.units.change.dutiesLeft', {
                ...{ name: unit.name, directive, count: number(occurrences) },
                until: to === null ? 'none' : day(to),
              })}
            </li>
          )}
        </List>
      </Section>
      <p className={classes.hint}>
        <IconInfoCircle size={14} aria-hidden /> {t('app.units.change.signed')}
      </p>
    </>
  )
}

function List<T>({
  items,
  empty,
  children,
}: {
  items: readonly T[]
  empty: string
  children(item: T): ReactNode
}) {
  const { t, number } = useWords()
  if (items.length === 0) return <p className={classes.hint}>{empty}</p>
  return (
    <ul className={classes.facts}>
      {items.slice(0, SHOWN).map(children)}
      {items.length > SHOWN && (
        <li>
          <details>
            <summary>{t('app.units.change.more', { count: number(items.length - SHOWN) })}</summary>
            <ul className={classes.facts}>{items.slice(SHOWN).map(children)}</ul>
          </details>
        </li>
      )}
    </ul>
  )
}

function Refusals({ refusals }: { refusals: readonly ChangeRefusal[] }) {
  const { t } = useWords()
  return (
    <Section title={t('app.units.change.refused')}>
      <ul className={classes.facts}>
        {refusals.map(({ message, unit, records }) => (
          <li key={message}>
            {message}
            {records.length > 0 && (
              <details>
                <summary>
                  {t('app.units.change.records', { unit: unit ?? '', count: String(records.length) })}
                </summary>
                <ul className={classes.records}>
                  {records.map((record) => (
                    <li key={record}>{record}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
