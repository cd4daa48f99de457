import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { formatNumber } from '#kernel/number-text.ts'
import { useWords } from '#web/kit/words.tsx'
import { type Answer, SCALES, type Scale, scaleToFit, type Typed } from './target-draft.ts'
import classes from './targets.module.css'

const PLACES = ['0', '1', '2', '3'] as const

type Props = { answer: Answer; typed: Typed; onScale(parts: Map<string, string>): void }

/** Gives the whole out by choice, with the rounding that one says; nothing is saved by it. */
export function ScaleTools({ answer, typed, onScale }: Props) {
  const { t, lang } = useWords()
  const [scale, setScale] = useState<Scale>('rest')
  const [places, setPlaces] = useState<string>('0')
  const given = scaleToFit(answer, typed, lang, scale, Number(places))
  return (
    <div className={classes.tools}>
      <Select
        w={260}
        label={t('app.targets.scale')}
        allowDeselect={false}
        value={scale}
        data={SCALES.map((value) => ({ value, label: t(`app.targets.scale.${value}`) }))}
        onChange={(value) => setScale(value as Scale)}
      />
      <Select
        w={160}
        label={t('app.targets.rounding')}
        allowDeselect={false}
        value={places}
        data={PLACES.map((value) => ({ value, label: t('app.targets.places', { count: value }) }))}
        onChange={(value) => setPlaces(value!)}
      />
      <Button
        variant="default"
        disabled={given === null || given.size === 0}
        onClick={() =>
          onScale(new Map([...given!].map(([code, value]) => [code, formatNumber(lang, value)])))
        }
      >
        {t('app.targets.giveOut')}
      </Button>
    </div>
  )
}
