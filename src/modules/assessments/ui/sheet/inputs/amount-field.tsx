import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { readNumber } from '#modules/indicators/ui/sheet/rules/read-number.ts'
import { useWords } from '#web/kit/words.tsx'
import classes from './inputs.module.css'

type Props = {
  label: ReactNode
  /** In the plain form (`95.5`), or '' for none. */
  value: string
  onChange(value: string): void
  suffix?: string | undefined
}

/** An amount, typed as people write it (`95,5`); what is no number is said and never kept. */
export function AmountField({ label, value, onChange, suffix }: Props) {
  const { t, lang, number } = useWords()
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null ? null : readNumber(typed, lang)
  const isWrong = read?.kind === 'fault'
  return (
    <TextInput
      className={classes.amount ?? ''}
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? (value === '' ? '' : number(value))}
      error={isWrong ? t('app.score.notNumber', { text: typed ?? '' }) : undefined}
      {...(suffix && {
        rightSection: <span className={classes.suffix}>{suffix}</span>,
        rightSectionWidth: 44,
      })}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        const now = readNumber(currentTarget.value, lang)
        onChange(now.kind === 'number' ? now.value : '')
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null)
      }}
    />
  )
}
