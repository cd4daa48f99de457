import { Select } from '@mantine/core'
import { listIndicators } from '#modules/indicators/api/definitions.ts'
import { Fields } from '#web/kit/edit-form.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { isFeedable } from '../../../rules/feed.ts'
import type { Criterion, Source } from '../../../schema.ts'

const SOURCES = ['duties', 'duties-on-time', 'targets', 'reports', 'directives', 'indicator'] as const

/** Where the program itself knows the answer. Only rules that count can be fed. */
export function SourceForm({
  criterion,
  onChange,
}: {
  criterion: Criterion
  onChange(next: Criterion): void
}) {
  const { t } = useWords()
  const { source, rule } = criterion
  if (!source && !isFeedable(rule)) return null
  const put = (next: Source | null) => {
    const { source: _, ...rest } = criterion
    onChange(next ? { ...rest, source: next } : rest)
  }
  return (
    <>
      <Select
        clearable
        label={t('app.schemes.source')}
        placeholder={t('app.schemes.source.none')}
        value={source?.type ?? null}
        data={SOURCES.map((value) => ({ value, label: t(`app.schemes.source.${value}`) }))}
        onChange={(type) => put(sourceOf(type as (typeof SOURCES)[number] | null))}
      />
      {source?.type === 'indicator' && <IndicatorFields source={source} onChange={put} />}
    </>
  )
}

const sourceOf = (type: (typeof SOURCES)[number] | null): Source | null =>
  type === null ? null : type === 'indicator' ? { type, indicator: '' } : { type }

type Indicated = Extract<Source, { type: 'indicator' }>

function IndicatorFields({ source, onChange }: { source: Indicated; onChange(next: Source): void }) {
  const { t, lang } = useWords()
  const known = useRead(listIndicators, {}, { offline: true }).data?.indicators ?? []
  const data = known.map(({ code, name, nameEn, unitOfMeasure }) => ({
    value: code,
    label: `${(lang === 'en' && nameEn) || name}, ${unitOfMeasure}`,
  }))
  const withCode = (code: string | undefined) =>
    code === undefined || code === '' || known.some((one) => one.code === code)
      ? data
      : [...data, { value: code, label: code }]
  return (
    <Fields>
      <Select
        required
        searchable
        allowDeselect={false}
        label={t('app.schemes.indicator')}
        value={source.indicator || null}
        data={withCode(source.indicator)}
        onChange={(indicator) => onChange({ ...source, indicator: indicator ?? '' })}
      />
      <Select
        clearable
        searchable
        label={t('app.schemes.over')}
        description={t('app.schemes.overHint')}
        value={source.over ?? null}
        data={withCode(source.over)}
        onChange={(over) =>
          onChange({ type: 'indicator', indicator: source.indicator, ...(over && { over }) })
        }
      />
    </Fields>
  )
}
