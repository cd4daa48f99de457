import { NativeSelect } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import type { useVerify } from './use-verify.ts'
import classes from './verify.module.css'

/** Which round and which area; with how many wait in each area. */
export function VerifyPlace({ place }: { place: ReturnType<typeof useVerify> }) {
  const { t } = useWords()
  const { rounds = [], round, areas = [], area, ask } = place
  return (
    <div className={classes.place}>
      <NativeSelect
        label={t('app.verify.round')}
        value={round?.id ?? ''}
        data={rounds.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={({ currentTarget: { value } }) => ask({ round: value, area: undefined, cell: undefined })}
      />
      {areas.length > 0 && (
        <NativeSelect
          label={t('app.verify.area')}
          value={area?.code ?? ''}
          data={areas.map(({ code, name, waiting }) => ({
            value: code,
            label: t('app.verify.areaWaiting', { code, name, count: waiting }),
          }))}
          onChange={({ currentTarget: { value } }) => ask({ area: value, cell: undefined })}
        />
      )}
    </div>
  )
}
