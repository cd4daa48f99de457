import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { PickList } from '#web/kit/pick-list.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { type IndicatorAnswer, listIndicators } from '../../api/definitions.ts'
import { IndicatorForm } from './indicator-form.tsx'

/** The code that stands for one that is not there yet: no indicator can have it. */
const NEW = '+'

/** What is measured, and how it adds up; the open one stands in the address. */
export function IndicatorsPage() {
  const { t, lang, number, compare } = useWords()
  const { code } = useSearch({ strict: false }) as { code?: string }
  const go = useNavigate()
  const open = (next: string) =>
    go({ to: '.', search: (old: object) => ({ ...old, code: next }), replace: true } as never)
  const { data, error, refetch } = useRead(listIndicators, {}, { offline: true })
  const all = data?.indicators ?? []
  const chosen = all.find((one) => one.code === code)
  const mayChange = useMe().may('definition.change')
  const nameOf = (one: IndicatorAnswer) => (lang === 'en' && one.nameEn) || one.name
  const sorted = all.toSorted((a, b) => compare(nameOf(a), nameOf(b)))

  return (
    <>
      <PageHead
        title={t('app.indicators.title')}
        facts={data && t('app.indicators.facts', { count: number(all.length) })}
        actions={
          mayChange && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => open(NEW)}
            >
              {t('app.indicators.add')}
            </Button>
          )
        }
      />
      <Panes
        listLabel={t('app.indicators.title')}
        list={
          <PickList
            label={t('app.indicators.title')}
            items={sorted.map((one) => ({ id: one.code, name: nameOf(one), note: noteOf(one) }))}
            chosen={code ?? null}
            onChoose={open}
          />
        }
      >
        {error && !data && <ErrorNote problem={error} retry={refetch} />}
        {!data && !error && <LoadingBars rows={10} />}
        {data && code !== NEW && !chosen && <EmptyNote>{t('app.indicators.none')}</EmptyNote>}
        {data && (code === NEW || chosen) && (
          <IndicatorForm key={code} indicator={chosen} all={sorted} mayChange={mayChange} onSaved={open} />
        )}
      </Panes>
    </>
  )
}

const noteOf = ({ code, unitOfMeasure }: IndicatorAnswer) => `${code} · ${unitOfMeasure}`
