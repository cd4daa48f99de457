import { exactText, plus, readExact, ZERO } from '#kernel/exact.ts'
import { useWords } from '#web/kit/words.tsx'
import type { Scheme } from '../../schema.ts'
import classes from './schemes.module.css'

/** What holds for the whole: basis, total, how the index is made, ties, classes. */
export function SchemeFacts({ scheme, by, at }: { scheme: Scheme; by: string; at: string }) {
  const { t, number, instant } = useWords()
  const { areas, basis, rebase, adjust, classes: labels, roundDecimals, ties, subjects } = scheme
  const max = exactText(areas.map((area) => readExact(area.max)!).reduce(plus, ZERO))
  const facts: [string, string][] = [
    [t('app.schemes.subjects'), t(`app.schemes.of.${subjects}`)],
    [t('app.schemes.basis'), basis || t('app.schemes.noBasis')],
    [
      t('app.schemes.total'),
      t('app.schemes.size', {
        areas: number(areas.length),
        criteria: number(areas.flatMap(({ criteria }) => criteria).length),
        max: number(max),
      }),
    ],
    [
      t('app.schemes.index'),
      [
        t('app.schemes.decimals', { count: number(roundDecimals) }),
        t(rebase ? 'app.schemes.rebased' : 'app.schemes.notRebased'),
      ].join('; '),
    ],
    [
      t('app.schemes.ties'),
      typeof ties === 'string'
        ? t(`app.schemes.ties.${ties}`)
        : t('app.schemes.tiesBy', { codes: ties.join(', ') }),
    ],
    ...(adjust
      ? ([
          [
            t('app.schemes.adjust'),
            t('app.schemes.adjustRange', { min: number(adjust.min), max: number(adjust.max) }),
          ],
        ] as [string, string][])
      : []),
    ...(labels.length > 0
      ? ([
          [
            t('app.schemes.classes'),
            labels
              .map(({ label, from }) => t('app.schemes.classFrom', { label, from: number(from) }))
              .join(' · '),
          ],
        ] as [string, string][])
      : []),
    [t('app.schemes.putInForce'), t('app.schemes.changed', { by, at: instant(at) })],
  ]
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
