import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import { MOST_OPTIONS, type SurveyQuestion } from '../../../rules/survey-form.ts'
import classes from './edit.module.css'
import { newOption } from './form-state.ts'

type Options = Extract<SurveyQuestion, { kind: 'choice' }>['options']
type Props = { options: Options; error: string | undefined; onChange(options: Options): void }

/** Answers of a choice, and what each is worth of a hundred; an empty worth does not count. */
export function OptionRows({ options, error, onChange }: Props) {
  const { t } = useWords()
  const put = (n: number, part: Partial<Options[number]>) =>
    onChange(options.map((one, at) => (at === n ? { ...one, ...part } : one)))
  return (
    <div className={classes.rows}>
      {options.map((option, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer is its place
        <div key={n} className={classes.option}>
          <TextInput
            required
            maxLength={500}
            label={t('app.surveys.option', { number: String(n + 1) })}
            value={option.label}
            onChange={({ currentTarget: { value } }) => put(n, { label: value })}
          />
          <TextInput
            maxLength={500}
            label={t('app.surveys.optionEn')}
            value={option.labelEn}
            onChange={({ currentTarget: { value } }) => put(n, { labelEn: value })}
          />
          <NumberInput
            min={0}
            max={100}
            allowDecimal={false}
            label={t('app.surveys.worth')}
            placeholder={t('app.surveys.worthless')}
            value={option.worth ?? ''}
            onChange={(value) => put(n, { worth: value === '' ? null : Number(value) })}
          />
          <ActionIcon
            disabled={options.length <= 2}
            aria-label={t('app.surveys.removeOption', { number: String(n + 1) })}
            onClick={() => onChange(options.toSpliced(n, 1))}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {error && (
        <p className={classes.wrong} role="alert">
          {error}
        </p>
      )}
      <div className={classes.adds}>
        <Button
          variant="default"
          size="compact-sm"
          disabled={options.length >= MOST_OPTIONS}
          onClick={() => onChange([...options, newOption(null)])}
        >
          {t('app.surveys.addOption')}
        </Button>
      </div>
    </div>
  )
}
