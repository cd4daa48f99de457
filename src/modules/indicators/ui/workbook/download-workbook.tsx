import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'

type Props = {
  form: string
  period: string
  /** Codes of the units, each a row; or, with one code in `under`, all that report below it. */
  units?: readonly string[]
  under?: string
}

/** Saves a form as a workbook to fill in; `/import` takes it back. */
export function DownloadWorkbook({ form, period, units, under }: Props) {
  const { t, lang } = useWords()
  const query = new URLSearchParams({
    period,
    lang,
    ...(under === undefined ? { unit: (units ?? []).join(',') } : { under }),
  })
  return (
    <Button
      component="a"
      href={`/api/v1/forms/${encodeURIComponent(form)}/workbook?${query}`}
      download
      variant="default"
      leftSection={<IconFileSpreadsheet size={16} stroke={1.75} aria-hidden />}
    >
      {t('app.import.download')}
    </Button>
  )
}
