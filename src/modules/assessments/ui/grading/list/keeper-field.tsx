import { Select } from '@mantine/core'
import { parsePeriod } from '#kernel/period.ts'
import { listUnits } from '#modules/organisation/api.ts'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import classes from '../grading.module.css'

type Props = { unit: string; value: string; onChange(code: string): void }

/** Where a grading is kept and decided: the chosen unit, or one of the Party's tree; nothing where there is none. */
export function KeeperField({ unit, value, onChange }: Props) {
  const { t, compare } = useWords()
  const { period } = useSelection()
  const on = parsePeriod(period)?.endsOn
  const { data: state } = useRead(listUnits, { on }, { offline: true })
  const { data: party } = useRead(listUnits, { on, hierarchy: 'party' })
  const codes = new Set(state?.units.map(({ code }) => code))
  const others = (party?.units ?? []).filter(({ code }) => !codes.has(code))
  if (others.length === 0) return null
  const chosen = state?.units.filter(({ code }) => code === unit) ?? []
  return (
    <Select
      searchable
      allowDeselect={false}
      limit={100}
      className={classes.keeper ?? ''}
      label={t('app.gradings.keeper')}
      value={value}
      data={[...chosen, ...others.sort((a, b) => compare(a.name, b.name))].map(({ code, name }) => ({
        value: code,
        label: name,
      }))}
      onChange={(code) => onChange(code ?? unit)}
    />
  )
}
