import { useWords } from '#web/kit/words.tsx'
import classes from './lineage.module.css'
import type { FigureAt, Lineage } from './use-lineage.ts'

/** How a figure is computed, and which values it takes. */
export function HowItAdds({ tree, figure }: { tree: Lineage; figure: FigureAt }) {
  const { t } = useWords()
  const nameOf = new Map(tree.indicators.map(({ code, name }) => [code, name]))
  const top = tree.indicators.find(({ code }) => code === tree.indicator)
  const borders = figure.borders === 'then' || figure.borders === 'now' ? figure.borders : 'day'
  return (
    <dl className={classes.facts}>
      <dt>{t('app.lineage.how')}</dt>
      <dd>
        {tree.formula
          ? formulaTold(tree.formula, nameOf)
          : t('app.lineage.adds', {
              units: t(`app.lineage.units.${top?.acrossUnits ?? 'none'}`),
              time: t(`app.lineage.time.${top?.acrossTime ?? 'none'}`),
            })}
      </dd>
      <dt>{t('app.lineage.borders')}</dt>
      <dd>{t(`app.lineage.borders.${borders}`, { day: figure.borders })}</dd>
      <dt>{t('app.lineage.state')}</dt>
      <dd>{t(`app.lineage.state.${figure.state ?? 'approved'}`)}</dd>
    </dl>
  )
}

/** `nhãn + xoài` for `{longan_area} + orZero({mango_area})`. */
const formulaTold = (formula: string, nameOf: ReadonlyMap<string, string>): string =>
  formula
    .replace(/orZero\(\s*(\{[^}]+\})\s*\)/g, '$1')
    .replaceAll('*', '×')
    .replaceAll('/', '÷')
    .replaceAll('-', '−')
    .replace(/\{([^}]+)\}/g, (_, code: string) => nameOf.get(code.replaceAll('−', '-')) ?? code)
