import { NumberInput, TextInput } from '@mantine/core'
import { DayField } from '#web/kit/day-field.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { RoundDays } from '../../api/rounds.ts'
import classes from './rounds.module.css'

export type DaysDraft = { [K in keyof Omit<RoundDays, 'appealDays'>]: string } & {
  appealDays: number
  name: string
}

export const daysDraft = (of?: RoundDays & { name: string }): DaysDraft => ({
  name: of?.name ?? '',
  selfDue: of?.selfDue ?? '',
  verifyDue: of?.verifyDue ?? '',
  explainDue: of?.explainDue ?? '',
  councilOn: of?.councilOn ?? '',
  appealDays: of?.appealDays ?? 10,
})
export const daysSaid = ({ selfDue, verifyDue, explainDue, councilOn, appealDays, name }: DaysDraft) => ({
  name: name.trim(),
  selfDue: selfDue || null,
  verifyDue: verifyDue || null,
  explainDue: explainDue || null,
  councilOn: councilOn || null,
  appealDays,
})

type Props = {
  draft: DaysDraft
  errorOf(path: string): string | undefined
  onChange(part: Partial<DaysDraft>): void
}

/** The name of a round and the day of each of its steps. */
export function DaysFields({ draft, errorOf, onChange }: Props) {
  const { t } = useWords()
  return (
    <>
      <TextInput
        required
        maxLength={300}
        label={t('app.rounds.name')}
        value={draft.name}
        error={errorOf('name')}
        onChange={({ currentTarget: { value } }) => onChange({ name: value })}
      />
      <div className={classes.fields}>
        {(['selfDue', 'verifyDue', 'explainDue', 'councilOn'] as const).map((name) => (
          <DayField
            key={name}
            label={t(`app.rounds.${name}`)}
            value={draft[name]}
            error={errorOf(name)}
            onChange={(day) => onChange({ [name]: day })}
          />
        ))}
        <NumberInput
          min={0}
          max={90}
          allowDecimal={false}
          label={t('app.rounds.appealDays')}
          value={draft.appealDays}
          error={errorOf('appealDays')}
          onChange={(value) => onChange({ appealDays: Number(value) || 0 })}
        />
      </div>
    </>
  )
}
