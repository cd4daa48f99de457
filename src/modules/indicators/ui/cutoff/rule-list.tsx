import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { listCutoffRules } from '../../api/cutoff.ts'
import classes from './cutoff.module.css'
import { EndRule } from './end-rule.tsx'
import { groupRules, holdsIn, type RuleGroup } from './group-rules.ts'
import { RuleForm } from './rule-form.tsx'
import { tellMonthDay } from './tell-day.ts'
import { useLevelNames } from './use-level-names.ts'

/** The rules of a year; all of them when asked. */
export function RuleList({ year }: { year: string }) {
  const { t } = useWords()
  const { data, error, refetch } = useRead(listCutoffRules, {}, { offline: true })
  const [showsAll, setShowsAll] = useState(false)
  const [isAdding, setAdding] = useState(false)
  const may = useMe().may('cutoff.add')
  const all = groupRules(data?.rules ?? [])
  const groups = showsAll ? all : all.filter((group) => holdsIn(group, year))
  return (
    <Section
      title={t('app.cutoff.rules', { year })}
      aside={
        <span className={classes.aside}>
          <Checkbox
            size="xs"
            label={t('app.cutoff.all')}
            checked={showsAll}
            onChange={({ currentTarget }) => setShowsAll(currentTarget.checked)}
          />
          {may && (
            <Button variant="default" size="compact-sm" onClick={() => setAdding(true)}>
              {t('app.cutoff.add')}
            </Button>
          )}
        </span>
      }
    >
      {error && !data && <ErrorNote problem={error} retry={refetch} />}
      {!data && !error && <LoadingBars rows={5} />}
      {data && groups.length === 0 && <EmptyNote>{t('app.cutoff.none')}</EmptyNote>}
      {groups.length > 0 && <RuleTable groups={groups} />}
      {isAdding && <RuleForm onClose={() => setAdding(false)} />}
    </Section>
  )
}

const HEADS = ['frequency', 'data', 'due', 'closes', 'validity', 'basis'] as const

function RuleTable({ groups }: { groups: RuleGroup[] }) {
  const { t } = useWords()
  const mayEnd = useMe().may('cutoff.end')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={classes.scroll} tabIndex={0} aria-label={t('app.cutoff.table')}>
      <table className={`tbl ${classes.rules}`}>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th scope="col" key={head}>
                {t(`app.cutoff.head.${head}`)}
              </th>
            ))}
            {mayEnd && <th scope="col">{t('app.cutoff.head.end')}</th>}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <RuleRow key={group.key} group={group} mayEnd={mayEnd} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RuleRow({ group, mayEnd }: { group: RuleGroup; mayEnd: boolean }) {
  const { t, day } = useWords()
  const [isEnding, setEnding] = useState(false)
  const { form, frequency, dataFrom, dataTo, validFrom, validTo, levels, basis } = group
  const levelOf = useLevelNames()
  return (
    <tr>
      <th scope="row">
        {t(`app.cutoff.every.${frequency}`)}
        {form && <small>{form}</small>}
      </th>
      <td>
        {dataFrom && <span>{tellMonthDay(t, dataFrom, 'first')}</span>}
        {dataTo && <span>{t('app.cutoff.to', { day: tellMonthDay(t, dataTo) })}</span>}
        {!dataFrom && !dataTo && <span>{t('app.cutoff.whole')}</span>}
      </td>
      <td>
        {levels.map(({ id, level, due }) => (
          <span key={id} className={classes.level}>
            {tellMonthDay(t, due)} <small>{levelOf(level)}</small>
          </span>
        ))}
      </td>
      <td>
        {[
          ...new Set(levels.map(({ closes }) => (closes ? tellMonthDay(t, closes) : t('app.cutoff.never')))),
        ].map((told) => (
          <span key={told}>{told}</span>
        ))}
      </td>
      <td>
        <span>{validFrom ? t('app.cutoff.from', { day: day(validFrom) }) : t('app.cutoff.open')}</span>
        {validTo && <span>{t('app.cutoff.until', { day: day(validTo) })}</span>}
      </td>
      <td className={classes.basis}>{basis}</td>
      {mayEnd && (
        <td>
          <Button variant="subtle" size="compact-sm" onClick={() => setEnding(true)}>
            {t('app.cutoff.end')}
          </Button>
          {isEnding && <EndRule group={group} onClose={() => setEnding(false)} />}
        </td>
      )}
    </tr>
  )
}
