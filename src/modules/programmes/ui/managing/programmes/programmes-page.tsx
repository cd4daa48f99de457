import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { listIndicators } from '#modules/indicators/api/definitions.ts'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { PickList } from '#web/kit/pick-list.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { listProgrammes } from '../../../api/programmes.ts'
import { ProgrammeForm } from './programme-form.tsx'

const NEW = '+'

/** Programmes with the figures they are told by; the open one stands in the address. */
export function ProgrammesPage() {
  const { t, lang, number, day } = useWords()
  const { slug } = useSearch({ strict: false }) as { slug?: string }
  const go = useNavigate()
  const open = (next: string) =>
    go({ to: '.', search: (old: object) => ({ ...old, slug: next }), replace: true } as never)
  const { data, error, refetch } = useRead(listProgrammes, {}, { offline: true })
  const indicators = useRead(listIndicators, {}, { offline: true }).data?.indicators
  const all = data?.programmes ?? []
  const chosen = all.find((one) => one.slug === slug)
  const mayChange = useMe().may('programme.change')

  return (
    <>
      <PageHead
        title={t('app.programmeAdmin.title')}
        facts={data && t('app.programmeAdmin.facts', { count: number(all.length) })}
        actions={
          mayChange && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => open(NEW)}
            >
              {t('app.programmeAdmin.add')}
            </Button>
          )
        }
      />
      <Panes
        listLabel={t('app.programmeAdmin.title')}
        list={
          <PickList
            label={t('app.programmeAdmin.title')}
            items={all.map((one) => ({
              id: one.slug,
              name: lang === 'en' ? one.nameEn : one.name,
              note: `${one.unitName} · ${day(one.startsOn)} – ${day(one.endsOn)}`,
            }))}
            chosen={slug ?? null}
            onChoose={open}
          />
        }
      >
        {error && !data && <ErrorNote problem={error} retry={refetch} />}
        {!data && !error && <LoadingBars rows={10} />}
        {data && slug !== NEW && !chosen && <EmptyNote>{t('app.programmeAdmin.none')}</EmptyNote>}
        {data && indicators && (slug === NEW || chosen) && (
          <ProgrammeForm
            key={slug}
            programme={chosen}
            position={all.length}
            indicators={indicators}
            mayChange={mayChange}
            onSaved={open}
          />
        )}
      </Panes>
    </>
  )
}
