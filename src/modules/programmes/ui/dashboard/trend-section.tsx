import type { Ref } from 'react'
import { ChartTable } from '#web/kit/charts/chart-table.tsx'
import { TrendChart } from '#web/kit/charts/trend-chart.tsx'
import { Section } from '#web/kit/panes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { AttainmentAnswer } from '../../api/attainment.ts'
import { measureOf } from '../reading/use-measure.ts'
import { tellStep } from './tell-step.ts'

/** The course of the whole, with its plan; the numbers also stand in a table. */
export function TrendSection({ answer, ref }: { answer: AttainmentAnswer; ref: Ref<SVGSVGElement> }) {
  const words = useWords()
  const { t, number } = words
  const { trend, figure } = answer
  const { steps, values, plan, course } = trend
  if (values.filter((value) => value !== null).length === 0) return null
  const measure = measureOf(words, figure.unitOfMeasure, [...values, ...plan])
  const title = t(`app.dashboard.trend.${course}`, { label: figure.label, unit: measure.unit })
  const points = steps.map((code, i) => ({
    label: tellStep(t, code),
    value: measure.size(values[i] ?? null),
    plan: measure.size(plan[i] ?? null),
  }))
  const told = steps.map((code, i) => {
    const said = t('app.dashboard.trend.point', {
      step: tellPeriod(t, code),
      value: measure.tell(values[i] ?? null),
    })
    return said
  })
  const hasPlan = plan.some((value) => value !== null)
  const lastOf = (list: readonly (string | null)[]) => list.findLast((value) => value !== null) ?? null
  return (
    <Section title={title}>
      <TrendChart
        ref={ref}
        title={`${title}. ${told.join('; ')}`}
        points={points}
        tick={(value) => number(String(value))}
        last={{
          value: measure.tell(lastOf(values)),
          plan: hasPlan ? t('app.dashboard.trend.plan', { value: measure.tell(lastOf(plan)) }) : null,
        }}
      />
      <ChartTable
        caption={title}
        columns={[
          t('app.dashboard.trend.step'),
          t('app.dashboard.value', { unit: measure.unit }),
          ...(hasPlan ? [t('app.dashboard.target')] : []),
        ]}
        rows={steps.map((code, i) => [
          tellPeriod(t, code),
          measure.tell(values[i] ?? null),
          ...(hasPlan ? [plan[i] === null ? '–' : measure.tell(plan[i] ?? null)] : []),
        ])}
      />
    </Section>
  )
}
