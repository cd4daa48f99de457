import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { listForms } from '../../api/sheet.ts'
import { periodFor } from './rules/period-for.ts'
import './sheet.css'
import { SheetScreen } from './sheet-screen.tsx'

/** A form, for the unit and period of the address. A period of another length gives way to one that the form has. */
export function SheetPage() {
  const { t } = useWords()
  const { form = '' } = useParams({ strict: false }) as { form?: string }
  const { unit, period, select } = useSelection()
  const forms = useRead(listForms, {}, { offline: true })
  const head = forms.data?.forms.find(({ code }) => code === form)
  const fitting = head && periodFor(head.frequency, period)
  useEffect(() => {
    if (fitting && fitting !== period) select({ period: fitting })
  }, [fitting, period, select])
  if (forms.isError)
    return <ErrorNote problem={forms.error} safe={t('app.error.safe')} retry={() => forms.refetch()} />
  if (!forms.data) return <LoadingBars rows={12} />
  if (!head) return <NoForm form={form} />
  if (!unit) return <EmptyNote>{t('app.sheet.chooseUnit')}</EmptyNote>
  if (fitting !== period) return <LoadingBars rows={12} />
  return <SheetScreen key={`${form} ${unit} ${period}`} head={head} unit={unit} period={period} />
}

function NoForm({ form }: { form: string }) {
  const { t } = useWords()
  return (
    <>
      <PageHead title={form} />
      <EmptyNote>{t('app.sheet.noForm')}</EmptyNote>
    </>
  )
}
