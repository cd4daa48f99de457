import { IconArrowBackUp, IconCheck, IconFileImport, IconPencil, IconSend } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import type { SheetColumn } from '../../api/sheet.ts'
import { fullNameOfColumn, nameOfColumn } from '../sheet/grid/cell-words.ts'
import { nameOfCell } from '../sheet/rules/columns.ts'
import type { VersionEvent } from './rules/version-events.ts'
import classes from './versions.module.css'

const LOOKS = {
  draft: [IconPencil, 'idle'],
  submitted: [IconSend, 'wait'],
  imported: [IconFileImport, 'idle'],
  returned: [IconArrowBackUp, 'back'],
  approved: [IconCheck, 'done'],
} as const

type Props = {
  events: readonly VersionEvent[]
  columns: readonly SheetColumn[]
  onShow(version: number): void
}

/** One line a deed: which version, what was done, by whom and when. */
export function VersionEvents({ events, columns, onShow }: Props) {
  const { t } = useWords()
  return (
    <ol className={classes.events}>
      {events.map((event) => {
        const [Icon, tone] = LOOKS[event.kind]
        const { version } = event.version
        return (
          <li key={`${version} ${event.kind}`}>
            <span className={`${classes.icon} ${tone}`}>
              <Icon size={16} stroke={1.75} aria-hidden />
            </span>
            <div>
              <div className={classes.line}>
                <span>
                  <b>{t('app.versions.version', { version })}</b> · {t(`app.versions.did.${event.kind}`)}
                </span>
                {(event.kind === 'submitted' || event.kind === 'imported') && (
                  <button
                    type="button"
                    className={classes.show}
                    aria-label={t('app.versions.showOf', { version })}
                    onClick={() => onShow(version)}
                  >
                    {t('app.versions.show')}
                  </button>
                )}
              </div>
              <EventFacts event={event} columns={columns} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}

const NAMED = 3

function EventFacts({ event, columns }: { event: VersionEvent; columns: readonly SheetColumn[] }) {
  const { t, instant, lang } = useWords()
  const { by, at, reason, cells, changed } = event
  const nameOf = (name: string) => {
    const column = columns.find((one) => nameOfCell(one) === name)
    return column ? nameOfColumn(column, lang) : name
  }
  const names = changed.slice(0, NAMED).map(nameOf).join(', ')
  return (
    <>
      <small>
        {event.for ? t('app.versions.actingFor', { by, name: event.for }) : by} · {instant(at)}
      </small>
      {changed.length > 0 && (
        <p>
          {t('app.versions.changed', {
            count: changed.length,
            names: changed.length > NAMED ? `${names}…` : names,
          })}
        </p>
      )}
      {reason && <blockquote>“{reason}”</blockquote>}
      {cells
        .filter((cell) => cell.reason !== reason)
        .map(({ cell, reason: why }) => {
          const column = columns.find((one) => nameOfCell(one) === nameOfCell(cell))
          return (
            <blockquote key={nameOfCell(cell)}>
              {column ? fullNameOfColumn(column, lang) : nameOfCell(cell)}: “{why}”
            </blockquote>
          )
        })}
    </>
  )
}
