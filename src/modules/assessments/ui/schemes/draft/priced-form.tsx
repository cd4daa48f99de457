import { TextInput } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import { AmountField } from '../../sheet/inputs/amount-field.tsx'
import { codeAfter } from '../rules/scheme-edit.ts'
import classes from './draft.module.css'
import { AddRow, RemoveRow } from './row-buttons.tsx'

type Priced = { code: string; points: string; label?: string | undefined }
type Kept = { code: string; points: string; label?: string }
type Props = { title: string; items: readonly Priced[]; onChange(items: Kept[]): void }

/** Things that each give or cost points. */
export function PricedForm({ title, items, onChange }: Props) {
  const { t } = useWords()
  const kept = items.map(
    ({ code, points, label }): Kept => ({ code, points, ...(label !== undefined && { label }) }),
  )
  const put = (at: number, part: Partial<Kept>) => onChange(kept.with(at, { ...kept[at]!, ...part }))
  const add = () => {
    const code = codeAfter(kept.at(-1)?.code ?? 'a', new Set(kept.map((one) => one.code)))
    onChange([...kept, { code, label: '', points: '0.5' }])
  }
  return (
    <fieldset className={classes.rows}>
      <legend>{title}</legend>
      {kept.map((item, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: codes change under the hands of the writer
        <div key={n} className={classes.priced}>
          <TextInput
            label={t('app.schemes.codeShort')}
            value={item.code}
            maxLength={60}
            onChange={({ currentTarget: { value } }) => put(n, { code: value })}
          />
          <TextInput
            label={t('app.schemes.label')}
            value={item.label ?? ''}
            onChange={({ currentTarget: { value } }) => put(n, { label: value })}
          />
          <AmountField
            label={t('app.schemes.points')}
            value={item.points}
            onChange={(points) => put(n, { points })}
          />
          <RemoveRow
            name={item.label || item.code}
            isLast={kept.length === 1}
            onClick={() => onChange(kept.toSpliced(n, 1))}
          />
        </div>
      ))}
      <AddRow label={t('app.schemes.addItem')} onClick={add} />
    </fieldset>
  )
}
