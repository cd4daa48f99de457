import { ActionIcon, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import type { Day } from '#kernel/day.ts'
import { DAY_SHAPE, readDay, typedDay } from '#kernel/day-text.ts'
import classes from './day-field.module.css'
import { useWords } from './words.tsx'

type Asked = {
  label: ReactNode
  /** `YYYY-MM-DD`, or '' for none. */
  value: Day | ''
  onChange(day: Day | ''): void
  description?: ReactNode
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  className?: string | undefined
  /** The label is read but not seen. */
  hideLabel?: boolean
}

/** A day, typed as 18/12/2021 whatever country the browser comes from, or chosen from the browser's calendar. */
export function DayField({ label, value, onChange, error, hideLabel = false, className, ...rest }: Asked) {
  const { t, lang } = useWords()
  const picker = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (value && typedDay(value))
  const isWrong = typed !== null && typed.trim() !== '' && readDay(typed) === null
  const type = (next: string) => {
    setTyped(next)
    const day = readDay(next)
    if (day !== null || next.trim() === '') onChange(day ?? '')
  }
  return (
    <div className={`${classes.field} ${className ?? ''}`}>
      <TextInput
        {...rest}
        {...(hideLabel ? { 'aria-label': String(label) } : { label })}
        value={text}
        inputMode="numeric"
        placeholder={DAY_SHAPE[lang]}
        error={isWrong ? t('app.day.wrong', { text: typed }) : error}
        onChange={({ currentTarget }) => type(currentTarget.value)}
        onBlur={() => {
          if (!isWrong) setTyped(null)
        }}
        rightSection={
          <ActionIcon
            size="xs"
            aria-label={t('app.day.choose')}
            disabled={rest.disabled ?? false}
            onClick={() => picker.current?.showPicker()}
          >
            <IconCalendar size={15} stroke={1.6} />
          </ActionIcon>
        }
      />
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        className={classes.picker}
        value={value}
        onChange={({ currentTarget }) => {
          setTyped(null)
          onChange(currentTarget.value)
        }}
      />
    </div>
  )
}
