import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { listIndicators } from '#modules/indicators/api/definitions.ts'
import { FieldGroup } from '#web/kit/edit-form.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import classes from './choosing.module.css'
import type { Wish } from './rules/draft.ts'

type Props = {
  wishes: readonly Wish[]
  /** Of a new target. */
  period: string
  errorOf(path: string): string | undefined
  onChange(wishes: Wish[]): void
}

/** The targets that are wished for: an indicator, a period and a value each. */
export function WishFields({ wishes, period, errorOf, onChange }: Props) {
  const { t, lang } = useWords()
  const indicators = useRead(listIndicators, {}, { offline: true }).data?.indicators ?? []
  const put = (key: string, change: Partial<Wish>) =>
    onChange(wishes.map((wish) => (wish.key === key ? { ...wish, ...change } : wish)))
  const add = () =>
    onChange([...wishes, { key: crypto.randomUUID(), indicator: '', period, value: '', kind: null }])
  const data = indicators.map(({ code, name, nameEn, unitOfMeasure }) => ({
    value: code,
    label: `${(lang === 'en' && nameEn) || name} (${unitOfMeasure})`,
  }))
  return (
    <FieldGroup title={t('app.choosing.targets')} hint={t('app.choosing.targetsHint')}>
      {wishes.map((wish, n) => (
        <div key={wish.key} className={classes.wish}>
          <Select
            searchable
            limit={60}
            allowDeselect={false}
            label={t('app.choosing.indicator')}
            value={wish.indicator || null}
            data={data}
            error={errorOf(`targets.${n}.indicator`)}
            onChange={(indicator) => put(wish.key, { indicator: indicator ?? '' })}
          />
          <TextInput
            label={t('app.choosing.period')}
            value={wish.period}
            error={errorOf(`targets.${n}.period`)}
            onChange={({ currentTarget }) => put(wish.key, { period: currentTarget.value })}
          />
          <TextInput
            label={t('app.choosing.value')}
            inputMode="decimal"
            value={wish.value}
            error={errorOf(`targets.${n}.value`)}
            onChange={({ currentTarget }) => put(wish.key, { value: currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="mist"
            aria-label={t('app.choosing.removeTarget', { number: n + 1 })}
            onClick={() => onChange(wishes.filter(({ key }) => key !== wish.key))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          {t('app.choosing.addTarget')}
        </Button>
      </div>
    </FieldGroup>
  )
}
