import { Button } from '@mantine/core'
import { useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { tryFormula } from '../../api/definitions.ts'
import classes from './managing.module.css'

/** What a formula comes to at the unit and in the period of the top bar, part by part, before it is saved. */
export function FormulaTrial({ formula }: { formula: string }) {
  const { t, number } = useWords()
  const { unit, period } = useSelection()
  const [tried, setTried] = useState<string | null>(null)
  const enabled = tried !== null && unit !== null
  const { data, error } = useRead(tryFormula, { formula: tried ?? '', unit: unit ?? '', period }, { enabled })
  const isFresh = tried === formula.trim()
  return (
    <div>
      <Button
        variant="default"
        size="xs"
        disabled={formula.trim() === '' || unit === null}
        onClick={() => setTried(formula.trim())}
      >
        {t('app.indicators.try', { period: tellPeriod(t, period) })}
      </Button>
      {isFresh && error && <ErrorNote problem={error} />}
      {isFresh && data && !error && (
        <table className={`tbl ${classes.trial}`}>
          <thead>
            <tr>
              <th scope="col">{t('app.indicators.part')}</th>
              <th scope="col">{t('app.indicators.reported')}</th>
              <th scope="col">{t('app.indicators.value')}</th>
            </tr>
          </thead>
          <tbody>
            {data.parts.map((part) => (
              <tr key={part.code}>
                <th scope="row">
                  {part.name} <small>{part.unitOfMeasure}</small>
                </th>
                <td>
                  {part.reported}/{part.expected}
                </td>
                <td>{number(part.value)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('app.indicators.result')}</th>
              <td />
              <td>
                {data.value !== null && number(data.value)}
                {data.missing === 'division-by-zero' && t('app.indicators.divisionByZero')}
                {data.missing !== null &&
                  data.missing !== 'division-by-zero' &&
                  t('app.indicators.missing', { why: data.missing })}
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </div>
  )
}
