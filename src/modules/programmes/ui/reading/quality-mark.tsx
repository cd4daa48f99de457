import { useWords } from '#web/kit/words.tsx'

const RANKS = { estimate: 'kx', preliminary: 'kx pre', official: 'kx off' } as const

/** How sure a value is: ring ước, half sơ bộ, full chính thức. */
export function QualityMark({ quality }: { quality: keyof typeof RANKS }) {
  const { t } = useWords()
  return <span className={RANKS[quality]}>{t(`app.quality.${quality}`)}</span>
}
