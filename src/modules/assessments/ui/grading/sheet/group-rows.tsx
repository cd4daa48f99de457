import { NativeSelect, TextInput } from '@mantine/core'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSheet, ScoreSide } from '../../../api/grading-sheet.ts'
import { type Group, LEVELS } from '../../../rules/grade-rules.ts'
import { faultOf, keptValues, mostOf, type Typed } from './rules/scoring.ts'
import classes from './sheet.module.css'

type Props = {
  sheet: GradeSheet
  group: Group
  side: ScoreSide | null
  part: string
  typed: Typed
  points: string | null
  problem: unknown
  onType(criterion: string, value: string): void
}

/** One group of criteria: its own sum, and a field for each where the reader scores. */
export function GroupRows({ group, points, side, ...rest }: Props) {
  const { t, number } = useWords()
  return (
    <tbody>
      <tr className={classes.groupHead}>
        <th scope="rowgroup">
          {group.name}
          {group.scoring === 'meanPercent' && <small>{t('app.gradeSheet.meanPercent')}</small>}
          {group.note && <small>{group.note}</small>}
        </th>
        <td data-empty={group.max === null} className={classes.number}>
          {group.max === null ? '' : number(group.max)}
        </td>
        <td className={classes.number}>{side === 'self' && points !== null && number(points, 2)}</td>
        <td className={classes.number}>{side === 'proposal' && points !== null && number(points, 2)}</td>
      </tr>
      {group.criteria.map((criterion) => (
        <tr key={criterion.code}>
          <th scope="row">
            {criterion.name}
            {criterion.onCommitments && !criterion.note && <small>{t('app.gradeSheet.onCommitments')}</small>}
            {criterion.note && <small>{criterion.note}</small>}
          </th>
          <td
            data-label={t('app.gradeSheet.max')}
            data-empty={group.scoring === 'level'}
            className={classes.number}
          >
            {group.scoring === 'level'
              ? ''
              : `${number(mostOf(group, criterion.max))}${group.scoring === 'meanPercent' ? ' %' : ''}`}
          </td>
          {(['self', 'proposal'] as const).map((one) => (
            <td key={one} data-label={t(`app.gradeSheet.side.${one}`)} className={classes.number}>
              {one === side ? (
                <Field group={group} criterion={criterion} {...rest} />
              ) : (
                <Given group={group} value={keptValues(rest.sheet[one], rest.part)[criterion.code]} />
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

/** What the other side gave; not scored is not 0. */
function Given({ group, value }: { group: Group; value: string | undefined }) {
  const { t, number } = useWords()
  if (value === undefined) return <span className={classes.none}>–</span>
  return group.scoring === 'level' ? t(`app.grade.${value}`) : number(value)
}

type OfCriterion = Omit<Props, 'points' | 'side'> & { criterion: Group['criteria'][number] }

function Field({ group, criterion, typed, problem, onType }: OfCriterion) {
  const { t, number } = useWords()
  const value = typed[criterion.code] ?? ''
  const errorOf = fieldErrors(problem)
  const fault = faultOf(group, criterion.max, value)
  const common = { 'aria-label': criterion.name, className: classes.field, value }
  if (group.scoring === 'level')
    return (
      <NativeSelect
        {...common}
        className={classes.level}
        data={[
          { value: '', label: '–' },
          ...LEVELS.map((level) => ({ value: level, label: t(`app.grade.${level}`) })),
        ]}
        onChange={({ currentTarget }) => onType(criterion.code, currentTarget.value)}
      />
    )
  return (
    <TextInput
      {...common}
      value={value.replace('.', ',')}
      inputMode="decimal"
      placeholder="–"
      error={
        fault
          ? t(`app.gradeSheet.fault.${fault}`, { max: number(mostOf(group, criterion.max)) })
          : errorOf(`values.${criterion.code}`)
      }
      onChange={({ currentTarget }) => onType(criterion.code, currentTarget.value)}
    />
  )
}
