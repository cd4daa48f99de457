import { Textarea } from '@mantine/core'

type Props = {
  label: string
  value: string
  max?: number
  required?: boolean
  error?: string | undefined
  onChange(text: string): void
}

/** A few lines: a reason, a comment on work. */
export const TextField = ({ max = 500, required = false, onChange, ...rest }: Props) => (
  <Textarea
    {...rest}
    autosize
    minRows={2}
    maxLength={max}
    required={required}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
  />
)
