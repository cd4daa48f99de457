import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'

type Told = {
  figure: { key: string; label: string }
  unit: { name: string }
  period: string
  borders: string
  state: string
  demo: boolean
}

/** The line that goes wherever a figure is taken: what it is, whose, of when, in which borders, how sure. */
export function useSourceLine({ figure, unit, period, borders, state, demo }: Told): string {
  const { t } = useWords()
  const said = t('app.reading.source', {
    label: figure.label,
    key: figure.key,
    unit: unit.name,
    period: tellPeriod(t, period),
    borders,
    state,
  })
  return demo ? `${said}, ${t('app.reading.demo')}` : said
}
