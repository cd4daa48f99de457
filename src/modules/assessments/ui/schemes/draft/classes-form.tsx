import { TextInput } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import type { Scheme } from '../../../schema.ts'
import { AmountField } from '../../sheet/inputs/amount-field.tsx'
import styles from './draft.module.css'
import { AddRow, RemoveRow } from './row-buttons.tsx'

type Classes = Scheme['classes']

/** Classes and the index from which each holds. */
export function ClassesForm({ classes, onChange }: { classes: Classes; onChange(classes: Classes): void }) {
  const { t } = useWords()
  const put = (at: number, part: Partial<Classes[number]>) =>
    onChange(classes.with(at, { ...classes[at]!, ...part }))
  return (
    <fieldset className={styles.rows}>
      <legend>{t('app.schemes.classes')}</legend>
      {classes.length === 0 && <p>{t('app.schemes.noClasses')}</p>}
      {classes.map((one, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: labels change under the hands of the writer
        <div key={n} className={styles.weight}>
          <TextInput
            label={t('app.schemes.class')}
            value={one.label}
            onChange={({ currentTarget: { value } }) => put(n, { label: value })}
          />
          <AmountField
            label={t('app.schemes.classFromLabel')}
            suffix="%"
            value={one.from}
            onChange={(from) => put(n, { from })}
          />
          <RemoveRow name={one.label} isLast={false} onClick={() => onChange(classes.toSpliced(n, 1))} />
        </div>
      ))}
      <AddRow
        label={t('app.schemes.addClass')}
        onClick={() => onChange([...classes, { label: '', from: '0' }])}
      />
    </fieldset>
  )
}
