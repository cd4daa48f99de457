import { Button } from '@mantine/core'
import { IconMapPin } from '@tabler/icons-react'
import type { FilePosition } from '#platform/files/api.ts'
import { useWords } from '#web/kit/words.tsx'
import classes from '../inspections.module.css'
import { tellPosition } from './tell-position.ts'
import { usePosition } from './use-position.ts'

type Props = { value: FilePosition | null; onChange(position: FilePosition | null): void }

/** Where the visit took place, as the device says. */
export function PositionField({ value, onChange }: Props) {
  const { t, number } = useWords()
  const { state, seek } = usePosition(onChange)
  return (
    <div className={classes.position}>
      <Button
        variant="default"
        leftSection={<IconMapPin size={16} stroke={1.75} aria-hidden />}
        loading={state === 'seeking'}
        onClick={seek}
      >
        {t(value ? 'app.inspection.position.again' : 'app.inspection.position.take')}
      </Button>
      <span role="status">
        {value
          ? t('app.inspection.position.told', {
              position: tellPosition(value, number),
              accuracy: number(Math.round(value.accuracyM)),
            })
          : state === 'refused'
            ? t('app.inspection.position.refused')
            : t('app.inspection.position.none')}
      </span>
    </div>
  )
}
