import { SegmentedControl } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import type { AttainmentAnswer } from '../../api/attainment.ts'
import { kindsTold } from '../reading/use-measure.ts'
import classes from './dashboard.module.css'

/** `Khi đó / Hiện nay`: changes the table, the map and the ranks together. Nothing where there is nothing to choose. */
export function BordersChoice({ answer }: { answer: AttainmentAnswer }) {
  const { t, number } = useWords()
  const { select } = useSelection()
  const { ground, borders } = answer
  if (!ground) return null
  const label = (side: 'then' | 'now', { count, kinds }: { count: number; kinds: string[] }) =>
    t(`app.dashboard.borders.${side}`, { count: number(count), kinds: kindsTold(t, kinds.slice(0, 1)) })
  const day = borders !== 'then' && borders !== 'now' ? borders : null
  return (
    <SegmentedControl
      aria-label={t('app.dashboard.borders')}
      value={borders}
      onChange={(value) => select({ borders: value })}
      data={[
        { value: 'then', label: label('then', ground.ofThen) },
        { value: 'now', label: day ? t('app.dashboard.borders.toNow') : label('now', ground.ofNow) },
        ...(day ? [{ value: day, label: t('app.dashboard.borders.day', { day }) }] : []),
      ]}
    />
  )
}

/** What was done to read values in other borders. */
export function RestatedNote({ answer }: { answer: AttainmentAnswer }) {
  const { t, day, number } = useWords()
  const { carried, ground, borders, figure, adds } = answer
  if (!carried || carried.units === 0 || !ground) return null
  const sides = [
    ground.since
      ? t('app.dashboard.restated.since', { day: day(ground.since) })
      : t('app.dashboard.restated.day', { borders }),
    ground.basis ? t('app.dashboard.restated.basis', { basis: ground.basis }) : '',
  ]
  const shares =
    carried.whole === carried.units
      ? t('app.dashboard.restated.whole', { count: number(ground.ofThen.count) })
      : t('app.dashboard.restated.shared', { whole: number(carried.whole), units: number(carried.units) })
  const lost =
    figure.notRestated && t('app.dashboard.restated.lost', { units: number(figure.notRestated.units) })
  const parts = [
    `${sides.filter(Boolean).join(' ')}.`,
    shares,
    adds.units === 'formula' ? t('app.dashboard.restated.formula') : t('app.dashboard.restated.percent'),
    lost ?? '',
  ]
  return (
    <p className={classes.restated}>
      <IconInfoCircle size={15} stroke={1.75} aria-hidden />
      <span>{parts.filter(Boolean).join(' ')}</span>
    </p>
  )
}
