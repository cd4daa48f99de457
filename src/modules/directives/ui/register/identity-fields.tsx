import { Select, TextInput } from '@mantine/core'
import { DayField } from '#web/kit/day-field.tsx'
import { useWords } from '#web/kit/words.tsx'
import { readNumber } from '../../rules/number.ts'
import { DIRECTIVE_TYPES } from '../../rules/types.ts'
import { NumberReading } from './number-reading.tsx'
import classes from './register.module.css'

type Identity = { number: string; type: string; issuedOn: string }
type Part = {
  draft: Identity
  errorOf(path: string): string | undefined
  onChange(change: Partial<Identity>): void
}

/** Number, type and day. Types that the number may mean come first; none is chosen by itself, for QĐ means two. */
export function IdentityFields({ draft, errorOf, onChange }: Part) {
  const { t, lang } = useWords()
  const read = readNumber(draft.number)
  const likely = read.ok ? read.typeCodes : []
  const types = DIRECTIVE_TYPES.map((type) => ({ value: type.code, label: type[lang] }))
  const groups = [
    { group: t('app.register.likelyTypes'), items: types.filter(({ value }) => likely.includes(value)) },
    { group: t('app.register.otherTypes'), items: types.filter(({ value }) => !likely.includes(value)) },
  ]
  return (
    <>
      <TextInput
        required
        maxLength={100}
        label={t('app.register.number')}
        placeholder="12-KH/HU"
        value={draft.number}
        error={errorOf('number')}
        onChange={({ currentTarget }) => onChange({ number: currentTarget.value })}
      />
      <NumberReading text={draft.number} />
      <div className={classes.pair}>
        <Select
          required
          searchable
          allowDeselect={false}
          label={t('app.register.type')}
          value={draft.type || null}
          error={errorOf('type')}
          data={groups.filter(({ items }) => items.length > 0)}
          onChange={(type) => onChange({ type: type ?? '' })}
        />
        <DayField
          required
          label={t('app.register.issuedOn')}
          value={draft.issuedOn}
          error={errorOf('issuedOn')}
          onChange={(issuedOn) => onChange({ issuedOn })}
        />
      </div>
    </>
  )
}
