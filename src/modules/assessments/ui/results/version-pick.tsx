import { SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '#web/kit/words.tsx'
import type { ResultVersion } from '../../api/results.ts'

type Props = { history: readonly ResultVersion[]; version: number }

/** Which of the results is read: as first published, or after an appeal. Nothing where there is one. */
export function VersionPick({ history, version }: Props) {
  const { t, day } = useWords()
  const go = useNavigate()
  const isPhone = useMediaQuery('(max-width: 760px)') ?? false
  if (history.length < 2) return null
  const last = history.length
  return (
    <SegmentedControl
      orientation={isPhone ? 'vertical' : 'horizontal'}
      fullWidth={isPhone}
      aria-label={t('app.results.which')}
      value={String(version)}
      data={history.map(({ ordinal, kind, decidedOn }) => ({
        value: String(ordinal),
        label: t(`app.results.version.${kind}`, { day: day(decidedOn) }),
      }))}
      onChange={(value) =>
        go({
          to: '.',
          search: (old: object) => ({ ...old, version: Number(value) === last ? undefined : Number(value) }),
          replace: true,
        } as never)
      }
    />
  )
}
