import { Button } from '@mantine/core'
import { useState } from 'react'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { LevelCounts, Meter } from '../../../api/grade-shapes.ts'
import type { GradeSubject, Grading } from '../../../api/gradings.ts'
import { Grade } from '../../../rules/grade-rules.ts'
import { WarningList } from '../warning-list.tsx'
import { ExceptionDialog } from './exception-dialog.tsx'
import { ExceptionList } from './exception-list.tsx'
import { QuotaMeter } from './quota-meter.tsx'
import { commonWarnings } from './rules/common-warnings.ts'
import classes from './subjects.module.css'

type Props = {
  grading: Grading
  etag: string | undefined
  meters: readonly Meter[]
  subjects: readonly GradeSubject[]
}

/** Quotas as they fill, warnings, exceptions, and how many there are at each level. */
export function GradingSide({ grading, etag, meters, subjects }: Props) {
  const { t } = useWords()
  const [isRaising, setRaising] = useState(false)
  const { exceptions, ruleset } = grading
  // Quotas are told by the meters, which also know what is not written yet
  const warnings = grading.warnings.filter(({ code }) => code !== 'overQuota')
  const common = commonWarnings(subjects)
  const mayRaise = grading.may.includes('exception') && meters.length > 0
  // What is over comes first: it is what a decision waits for
  const ordered = [...meters].sort((a, b) => Number(b.ofProposed.isOver) - Number(a.ofProposed.isOver))
  return (
    <>
      {warnings.length + common.length > 0 && (
        <Section title={t('app.gradings.warnings')}>
          <WarningList warnings={warnings} common={common} />
        </Section>
      )}
      {meters.length > 0 && (
        <Section
          title={t('app.quota.title', { level: t(`app.grade.${meters[0]!.level}`).toLocaleLowerCase() })}
        >
          {ordered.map((meter) => (
            <QuotaMeter
              key={`${meter.level} ${meter.key}`}
              meter={meter}
              rounding={ruleset.quotas.find(({ level }) => level === meter.level)?.rounding ?? 'floor'}
            />
          ))}
          {mayRaise && (
            <Button variant="default" onClick={() => setRaising(true)}>
              {t('app.quota.raise')}
            </Button>
          )}
        </Section>
      )}
      {meters.length === 0 && ruleset.quotas.length === 0 && (
        <p className={classes.told}>{t('app.quota.none')}</p>
      )}
      {exceptions.length > 0 && <ExceptionList grading={grading} etag={etag} />}
      <Section title={t('app.gradings.totals')}>
        <Totals proposed={grading.proposed} decided={grading.decided} />
      </Section>
      {isRaising && (
        <ExceptionDialog grading={grading} etag={etag} meters={ordered} onClose={() => setRaising(false)} />
      )}
    </>
  )
}

function Totals({ proposed, decided }: { proposed: LevelCounts; decided: LevelCounts }) {
  const { t, number } = useWords()
  return (
    <table className="tbl">
      <thead>
        <tr>
          <th scope="col">{t('app.gradings.level')}</th>
          <th scope="col" className={classes.number}>
            {t('app.gradings.proposed')}
          </th>
          <th scope="col" className={classes.number}>
            {t('app.gradings.decided')}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...Grade.options, 'none' as const].map((level) => (
          <tr key={level}>
            <th scope="row">{t(`app.grade.${level}`)}</th>
            <td className={classes.number}>{number(proposed[level])}</td>
            <td className={classes.number}>{number(decided[level])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
