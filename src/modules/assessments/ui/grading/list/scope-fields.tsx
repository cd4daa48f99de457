import { Select } from '@mantine/core'
import { parsePeriod } from '#kernel/period.ts'
import { listUnits } from '#modules/organisation/api.ts'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import type { GradeRulesLine } from '../../../api/grade-rules.ts'
import classes from '../grading.module.css'
import type { Opening } from './rules/opening.ts'
import { unitsBelow } from './rules/units-below.ts'
import type { SubjectKind } from './use-gradings.ts'

type Change = { onChange(part: Partial<Opening>): void }

/** Which set of rules of those in force on the period's last day; its basis stands below. */
export function RulesField({
  value,
  rules,
  subjects,
  onChange,
}: Change & { value: string; rules: readonly GradeRulesLine[]; subjects: SubjectKind }) {
  const { t } = useWords()
  const fitting = rules.filter((one) => one.subjects === subjects)
  const chosen = fitting.find(({ code }) => code === value)
  if (fitting.length === 0) return <p className={classes.hint}>{t('app.gradings.noRules')}</p>
  return (
    <Select
      required
      allowDeselect={false}
      label={t('app.gradings.rules')}
      description={chosen ? `${chosen.basis}${chosen.whom ? `. ${chosen.whom}` : ''}` : undefined}
      placeholder={t('app.gradings.rulesHint')}
      value={value || null}
      data={fitting.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(code) => onChange({ rules: code ?? '' })}
    />
  )
}

/** All below the keeper, a kind of units, or what is below one unit. */
export function ScopeField({
  keeper,
  opening: { subjects, group },
  kinds,
  onChange,
}: Change & { keeper: string; opening: Opening; kinds: readonly string[] }) {
  const { t, compare } = useWords()
  const { period } = useSelection()
  const on = parsePeriod(period)?.endsOn
  const { data: state } = useRead(listUnits, { on }, { offline: true })
  const isState = state?.units.some(({ code }) => code === keeper) ?? true
  const { data: party } = useRead(listUnits, { on, hierarchy: 'party' }, { enabled: !isState })
  const below = unitsBelow((isState ? state : party)?.units ?? [], keeper).sort((a, b) =>
    compare(a.name, b.name),
  )
  const named = below.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))
  const groups = [
    ...(subjects === 'units' && kinds.length > 1
      ? [{ group: t('app.gradings.byKind'), items: kinds.map((kind) => ({ value: kind, label: kind })) }]
      : []),
    ...(named.length > 0 ? [{ group: t('app.gradings.byUnit'), items: named }] : []),
  ]
  return (
    <Select
      clearable
      searchable
      limit={100}
      label={t('app.gradings.scope')}
      placeholder={t(`app.gradings.scope.${subjects}`)}
      nothingFoundMessage={t('app.gradings.noScope')}
      value={group || null}
      data={groups}
      onChange={(code) => onChange({ group: code ?? '' })}
    />
  )
}
