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
import { getForm, listIndicators } from '../../api/definitions.ts'
import { listForms } from '../../api/sheet.ts'
import { FormForm } from './form-form.tsx'

const NEW = '+'

/** Which indicators are asked together, and how often; the open form stands in the address. */
export function FormsPage() {
  const { t, lang, number } = useWords()
  const { form: asked } = useSearch({ strict: false }) as { form?: string }
  const go = useNavigate()
  const open = (next: string) =>
    go({ to: '.', search: (old: object) => ({ ...old, form: next }), replace: true } as never)
  const { data, error, refetch } = useRead(listForms, {}, { offline: true })
  const indicators = useRead(listIndicators, {}, { offline: true }).data?.indicators
  const isThere = asked !== undefined && asked !== NEW
  const form = useRead(getForm, { form: asked ?? '' }, { enabled: isThere, offline: true })
  const mayChange = useMe().may('definition.change')
  const shown = isThere && form.data?.form === asked ? form.data : undefined

  return (
    <>
      <PageHead
        title={t('app.formDefinitions.title')}
        facts={data && t('app.formDefinitions.facts', { count: number(data.forms.length) })}
        actions={
          mayChange && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => open(NEW)}
            >
              {t('app.formDefinitions.add')}
            </Button>
          )
        }
      />
      <Panes
        listLabel={t('app.formDefinitions.title')}
        list={
          <PickList
            label={t('app.formDefinitions.title')}
            items={(data?.forms ?? []).map((one) => ({
              id: one.code,
              name: (lang === 'en' && one.nameEn) || one.name,
              note: `${t(`app.formDefinitions.frequency.${one.frequency}`)} · ${t('app.formDefinitions.asks', { count: String(one.indicators) })}`,
            }))}
            chosen={asked ?? null}
            onChoose={open}
          />
        }
      >
        {error && !data && <ErrorNote problem={error} retry={refetch} />}
        {form.error && isThere && <ErrorNote problem={form.error} retry={form.refetch} />}
        {((!data && !error) || (isThere && !shown && !form.error)) && <LoadingBars rows={10} />}
        {data && asked === undefined && <EmptyNote>{t('app.formDefinitions.none')}</EmptyNote>}
        {indicators && (asked === NEW || shown) && (
          <FormForm key={asked} form={shown} indicators={indicators} mayChange={mayChange} onSaved={open} />
        )}
      </Panes>
    </>
  )
}
