import { Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { listIndicators } from '#modules/indicators/api/definitions.ts'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { getCascade, listTargets } from '../../../api/targets.ts'
import { CascadeEditor } from './cascade-editor.tsx'

/** One target and what of it was given to the units below; indicator, unit and period stand in the address. */
export function TargetsPage() {
  const { t, lang } = useWords()
  const { unit, period } = useSelection()
  const { indicator: asked } = useSearch({ strict: false }) as { indicator?: string }
  const go = useNavigate()
  const { data: defined } = useRead(listIndicators, {}, { offline: true })
  const own = useRead(listTargets, { period, unit: unit ?? '' }, { enabled: unit !== null, offline: true })
  const code = asked ?? own.data?.targets[0]?.indicator ?? defined?.indicators[0]?.code ?? null
  const enabled = unit !== null && code !== null
  const { data, error, refetch } = useRead(
    getCascade,
    { indicator: code ?? '', period, unit: unit ?? '' },
    { enabled, offline: true },
  )
  const nameOf = (one: { name: string; nameEn: string | null }) => (lang === 'en' && one.nameEn) || one.name
  const planned = new Set(own.data?.targets.map((target) => target.indicator))
  const options = defined?.indicators.map((one) => ({ value: one.code, label: nameOf(one) })) ?? []

  return (
    <>
      <PageHead
        title={t('app.targets.title')}
        facts={
          data && (
            <>
              <span>{data.whole.unit.name}</span>
              <span>{tellPeriod(t, period)}</span>
              <span>{data.indicator.unitOfMeasure}</span>
              <span>{t(`app.targets.kind.${data.whole.kind ?? data.indicator.usualKind}`)}</span>
            </>
          )
        }
        actions={
          <Select
            w={280}
            searchable
            allowDeselect={false}
            aria-label={t('app.targets.indicator')}
            value={code}
            data={[
              { group: t('app.targets.planned'), items: options.filter(({ value }) => planned.has(value)) },
              { group: t('app.targets.others'), items: options.filter(({ value }) => !planned.has(value)) },
            ]}
            onChange={(indicator) =>
              go({ to: '.', search: (old: object) => ({ ...old, indicator }), replace: true } as never)
            }
          />
        }
      />
      {error && !data && <ErrorNote problem={error} retry={refetch} />}
      {!enabled && <EmptyNote>{t('app.targets.choose')}</EmptyNote>}
      {enabled && !data && !error && <LoadingBars rows={12} />}
      {data && (
        <CascadeEditor key={`${data.indicator.code} ${data.period} ${data.whole.unit.id}`} answer={data} />
      )}
    </>
  )
}
