import { NativeSelect, SegmentedControl } from '@mantine/core'
import { usePhone } from '#modules/indicators/ui/sheet/use-phone.ts'
import { useWords } from '#web/kit/words.tsx'
import type { Sheet, Sum } from '../../api/scoring.ts'
import { countOf, FILTERS, type Filter } from './rules/sheet-view.ts'
import classes from './sheet.module.css'

/** The sums as they go, stage by stage; what is not scored is no zero. */
export function SheetSums({ sheet: { totals, isHidden } }: { sheet: Sheet }) {
  const { t, number } = useWords()
  const { self, verified, reVerified, final, survey, indexPercent } = totals
  return (
    <dl className={classes.sums}>
      <SumOf title={t('app.score.stage.self')} sum={self} />
      <SumOf title={t('app.score.stage.verified')} sum={verified} />
      {reVerified.said > 0 && <SumOf title={t('app.score.stage.re-verified')} sum={reVerified} />}
      <SumOf title={t('app.score.stage.final')} sum={final} />
      {survey.of > 0 && <SurveySum sum={survey} />}
      <div className={classes.index}>
        <dt>{t('app.score.index')}</dt>
        <dd>
          <b>{indexPercent === null ? '–' : number(indexPercent)}</b>
          {indexPercent !== null && ' %'}
        </dd>
        <dd>
          {isHidden
            ? t('app.score.hidden')
            : indexPercent === null
              ? t('app.score.incomplete', { open: totals.counted.of - totals.counted.said })
              : t('app.score.asItStands')}
        </dd>
      </div>
    </dl>
  )
}

function SumOf({ title, sum }: { title: string; sum: Sum | null }) {
  const { t, number } = useWords()
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <b>{sum && sum.said > 0 ? number(sum.points, 2) : '–'}</b>
        {sum && ` / ${number(sum.max)}`}
      </dd>
      <dd>{sum ? t('app.score.criteria', { said: sum.said, of: sum.of }) : t('app.score.draft')}</dd>
    </div>
  )
}

/** A survey that was not run has left the maximum: it is no zero out of zero. */
function SurveySum({ sum }: { sum: Sum }) {
  const { t } = useWords()
  if (!/^0(\.0*)?$/.test(sum.max)) return <SumOf title={t('app.score.surveys')} sum={sum} />
  return (
    <div>
      <dt>{t('app.score.surveys')}</dt>
      <dd>
        <b>–</b>
      </dd>
      <dd>{t('app.score.notRun', { count: sum.of })}</dd>
    </div>
  )
}

type FilterProps = { sheet: Sheet; filter: Filter; onFilter(filter: Filter): void }

export function SheetFilter({ sheet, filter, onFilter }: FilterProps) {
  const { t } = useWords()
  const isPhone = usePhone()
  const data = FILTERS.map((value) => ({
    value,
    label: t(`app.score.filter.${value}`, { count: countOf(sheet, value) }),
  }))
  if (isPhone)
    return (
      <NativeSelect
        aria-label={t('app.score.filter')}
        value={filter}
        data={data}
        onChange={({ currentTarget: { value } }) => onFilter(value as Filter)}
      />
    )
  return (
    <SegmentedControl
      aria-label={t('app.score.filter')}
      value={filter}
      data={data}
      onChange={(value) => onFilter(value as Filter)}
    />
  )
}
