import { Button } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import type { HandedOut, Survey } from '../../api/surveys.ts'
import { QrCode } from './qr-code.tsx'
import { useGroupName } from './survey-facts.tsx'
import classes from './surveys.module.css'

type Props = { survey: Survey; made: readonly HandedOut[]; onMore(): void }

const addressOf = (token: string) => `${location.origin}/surveys/${token}`

/** The tokens, this once: a printed page of cards to cut, or a file of links. */
export function TokenSheets({ survey, made, onMore }: Props) {
  const { t } = useWords()
  const nameOfGroup = useGroupName()
  const cards = made.flatMap(({ unit, group, tokens }) =>
    tokens.map((token) => ({ unit, group: survey.groups.find(({ code }) => code === group)!, token })),
  )
  return (
    <>
      <div className={classes.once} role="status">
        <p>{t('app.surveys.once', { count: cards.length })}</p>
        <div>
          <Button onClick={() => print()}>{t('app.surveys.print')}</Button>
          <Button
            variant="default"
            component="a"
            download={t('app.surveys.file', { name: survey.name })}
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(linksOf(made))}`}
          >
            {t('app.surveys.saveLinks')}
          </Button>
          <Button variant="subtle" onClick={onMore}>
            {t('app.surveys.makeMore')}
          </Button>
        </div>
      </div>
      <ul className={classes.cards}>
        {cards.map(({ unit, group, token }) => (
          <li key={token}>
            <QrCode address={addressOf(token)} />
            <div>
              <b>{survey.name}</b>
              <span>{unit.name}</span>
              <span>{nameOfGroup(group)}</span>
              <code>{addressOf(token).replace(/^https?:\/\//, '')}</code>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Lines of a spreadsheet: unit, group, address; beginning with a mark by which Excel knows UTF-8. */
const linksOf = (made: readonly HandedOut[]): string => {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`
  const lines = made.flatMap(({ unit, group, tokens }) =>
    tokens.map((token) => [unit.code, unit.name, group, addressOf(token)].map(cell).join(',')),
  )
  return `\ufeff${['unit_code,unit,group,link', ...lines].join('\r\n')}\r\n`
}
