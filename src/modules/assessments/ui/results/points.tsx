import { useWords } from '#web/kit/words.tsx'

/** `1,75 / 2,5`; a dash where nothing was assessed, and in words where it is out of the maximum. */
export function Points({ points, max }: { points: string | null; max: string }) {
  const { t, number } = useWords()
  if (points === null && Number(max) === 0) return <span className="idle">{t('app.score.out')}</span>
  return (
    <>
      {points === null ? '–' : number(points, 2)} <span className="idle">/ {number(max)}</span>
    </>
  )
}

/** What it cost; nothing where it cost nothing, or is not known. */
export function Lost({ lost }: { lost: string | null }) {
  const { number } = useWords()
  if (lost === null || Number(lost) === 0) return null
  return <span className="warn">−{number(lost, 2)}</span>
}
