import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'

/** A record to take along: to read and print, or for another program. */
export function DownloadButtons({ address }: { address: string }) {
  const { t } = useWords()
  return (
    <>
      {(['html', 'json'] as const).map((form) => (
        <Button
          key={form}
          component="a"
          variant="default"
          href={`${address}?form=${form}`}
          download
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
        >
          {t(`app.record.download.${form}`)}
        </Button>
      ))}
    </>
  )
}
