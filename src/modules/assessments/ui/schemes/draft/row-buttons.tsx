import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'

/** Takes a row away; the last one stays. */
export function RemoveRow({ name, isLast, onClick }: { name: string; isLast: boolean; onClick(): void }) {
  const { t } = useWords()
  return (
    <ActionIcon disabled={isLast} aria-label={t('app.orderedList.remove', { name })} onClick={onClick}>
      <IconX size={15} aria-hidden />
    </ActionIcon>
  )
}

export const AddRow = ({ label, onClick }: { label: string; onClick(): void }) => (
  <div>
    <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={onClick}>
      {label}
    </Button>
  </div>
)
