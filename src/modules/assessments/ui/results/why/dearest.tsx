import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Why } from '../../../api/results.ts'
import classes from '../results.module.css'
import { dearest } from '../rules/standing.ts'

const SHOWN = 5

/** Where most was lost; each leads to what was said of it. */
export function Dearest({ why, onOpen }: { why: Why; onOpen(code: string): void }) {
  const { t, number } = useWords()
  const most = dearest(why.areas, SHOWN)
  if (most.length === 0) return null
  return (
    <Section title={t('app.results.dearest', { lost: number(why.lost, 2) })}>
      <ol className={classes.dearest}>
        {most.map(({ code, name, lost, points, max }) => (
          <li key={code}>
            <b className="warn">−{number(lost, 2)}</b>
            <button
              type="button"
              onClick={() => {
                onOpen(code)
                // After the row has opened: it stands further down
                requestAnimationFrame(() => document.getElementById(`why-${code}`)?.scrollIntoView())
              }}
            >
              {code} {name}
            </button>
            <small>{t('app.score.ofMax', { points: number(points, 2), max: number(max) })}</small>
          </li>
        ))}
      </ol>
    </Section>
  )
}
