import { Button, Menu } from '@mantine/core'
import { IconDownload, IconTable } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'

/** The ranking as a file, in the language of the page. */
export function ExportMenu({ round, version }: { round: string; version: number }) {
  const { t, lang } = useWords()
  const address = (ending: string) =>
    `/api/v1/results/${round}/ranking.${ending}?${new URLSearchParams({ version: String(version), lang })}`
  return (
    <Menu position="bottom-end" width={200} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />}>
          {t('app.results.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['xlsx', 'csv'] as const).map((ending) => (
          <Menu.Item
            key={ending}
            leftSection={<IconTable size={16} aria-hidden />}
            component="a"
            href={address(ending)}
            download
          >
            {t(`app.results.export.${ending}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
