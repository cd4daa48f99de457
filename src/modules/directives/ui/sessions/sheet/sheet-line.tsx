import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { isDay } from '#kernel/day.ts'
import { readDay, typedDay } from '#kernel/day-text.ts'
import { useWords } from '#web/kit/words.tsx'
import { type Participants, SessionForm } from '../../../schema.ts'
import { type Count, faultOfCount, type Line, NO_COUNT } from '../rules/line.ts'
import classes from './sheet.module.css'

type Props = {
  line: Line
  /** From 1, as people count. */
  place: number
  kinds: readonly Participants[]
  /** Undefined: no unit that the person records for has this code. */
  unitName: string | undefined
  /** Id of the list of units to choose from. */
  unitList: string
  faults: readonly string[]
  onChange(change: Partial<Line>): void
  onRemove(): void
}

/** One line of the sheet, and below it what is wrong with it. Plain fields: a sheet may have hundreds. */
export function SheetLine({ line, place, kinds, unitName, unitList, faults, onChange, onRemove }: Props) {
  const { t } = useWords()
  const nameOf = (member: string) =>
    `${t('app.studySheet.line')} ${place}, ${t(`app.studySessions.${member}`)}`
  const typed = (change: (value: string) => Partial<Line>) => ({
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLSelectElement }) =>
      onChange(change(currentTarget.value)),
  })
  return (
    <>
      <tr data-wrong={faults.length > 0 || undefined}>
        <th scope="row">{place}</th>
        <td data-label={t('app.studySessions.unit')}>
          <input
            aria-label={nameOf('unit')}
            list={unitList}
            value={line.unit}
            {...typed((unit) => ({ unit }))}
          />
          <small>{unitName ?? t('app.studySheet.unknownUnit')}</small>
        </td>
        <td data-label={t('app.studySessions.cell')}>
          <input aria-label={nameOf('cell')} value={line.cell} {...typed((cell) => ({ cell }))} />
        </td>
        <td data-label={t('app.studySessions.heldOn')}>
          <input
            className={classes.day}
            aria-label={nameOf('heldOn')}
            inputMode="numeric"
            aria-invalid={!isDay(line.heldOn)}
            value={isDay(line.heldOn) ? typedDay(line.heldOn) : line.heldOn}
            {...typed((text) => ({ heldOn: readDay(text) ?? text }))}
          />
        </td>
        <td data-label={t('app.studySessions.form')}>
          <select aria-label={nameOf('form')} value={line.form} {...typed((form) => ({ form }))}>
            {!SessionForm.options.some((one) => one === line.form) && (
              <option value={line.form}>{line.form}</option>
            )}
            {SessionForm.options.map((form) => (
              <option key={form} value={form}>
                {t(`app.studySessions.form.${form}`)}
              </option>
            ))}
          </select>
        </td>
        {kinds.map((kind) => (
          <CountCell key={kind} kind={kind} line={line} place={place} onChange={onChange} />
        ))}
        <td className={classes.tail}>
          <ActionIcon
            variant="subtle"
            color="mist"
            aria-label={t('app.studySheet.remove', { line: place })}
            onClick={onRemove}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </td>
      </tr>
      {faults.length > 0 && (
        <tr className={classes.faults}>
          <td colSpan={6 + kinds.length}>{faults.join(' ')}</td>
        </tr>
      )}
    </>
  )
}

type CountProps = Pick<Props, 'line' | 'place' | 'onChange'> & { kind: Participants }

function CountCell({ kind, line, place, onChange }: CountProps) {
  const { t } = useWords()
  const count = line.counts[kind] ?? NO_COUNT
  const fault = faultOfCount(count)
  const name = t(`app.studySessions.kind.${kind}`)
  const field = (half: keyof Count) => ({
    'aria-label': `${t('app.studySheet.line')} ${place}, ${name}, ${t(`app.studySessions.${half}`)}`,
    inputMode: 'numeric' as const,
    'aria-invalid': fault !== undefined && fault !== 'missing',
    placeholder: t(`app.studySessions.${half}`),
    value: count[half],
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      onChange({ counts: { ...line.counts, [kind]: { ...count, [half]: currentTarget.value } } }),
  })
  return (
    <td data-label={name}>
      <span className={classes.pair}>
        <input {...field('invited')} />
        <input {...field('attended')} />
      </span>
      {fault && <small className={classes.fault}>{t(`app.studySessions.fault.${fault}`)}</small>}
    </td>
  )
}
