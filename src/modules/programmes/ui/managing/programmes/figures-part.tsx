import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { IndicatorAnswer } from '#modules/indicators/api/definitions.ts'
import { Fields } from '#web/kit/edit-form.tsx'
import { OrderedList } from '#web/kit/ordered-list.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { FigureInput } from '../../../api/programmes.ts'
import classes from './programmes.module.css'

type Props = {
  figures: readonly FigureInput[]
  /** Keys that have values. */
  used: readonly string[]
  indicators: readonly IndicatorAnswer[]
  errorOf(path: string): string | undefined
  onChange(figures: FigureInput[]): void
}

/** The figures in their order, and below them the fields of the one that is open. */
export function FiguresPart({ figures, used, indicators, errorOf, onChange }: Props) {
  const { t } = useWords()
  const [open, setOpen] = useState<string | null>(figures[0]?.key ?? null)
  const at = figures.findIndex(({ key }) => key === open)
  const figure = figures[at]
  const add = () => {
    const key = freeKey(figures)
    const [first] = indicators
    if (!first) return
    const empty = {
      label: '',
      labelEn: '',
      phrase: null,
      phraseEn: null,
      basis: 'exact' as const,
      step: null,
    }
    onChange([...figures, { key, indicator: first.code, ...empty }])
    setOpen(key)
  }
  return (
    <>
      <OrderedList
        label={t('app.programmeAdmin.figures')}
        items={figures.map((one, place) => ({
          id: one.key,
          name: `${one.key} ${one.label}`,
          note: errorOf(`figures.${place}`) ?? one.indicator,
          fixed: used.includes(one.key)
            ? (errorOf(`figures.${place}`) ?? t('app.programmeAdmin.used'))
            : undefined,
        }))}
        onChange={(keys) => onChange(keys.map((key) => figures.find((one) => one.key === key)!))}
      />
      {errorOf('figures') && at < 0 && <p role="alert">{errorOf('figures')}</p>}
      <Fields>
        <Select
          label={t('app.programmeAdmin.openFigure')}
          value={open}
          data={figures.map((one) => ({ value: one.key, label: `${one.key} ${one.label}` }))}
          onChange={setOpen}
        />
        <div className={classes.add}>
          <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
            {t('app.programmeAdmin.addFigure')}
          </Button>
        </div>
      </Fields>
      {figure && (
        <FigureFields
          figure={figure}
          isUsed={used.includes(figure.key)}
          indicators={indicators}
          errorOf={(member) => errorOf(`figures.${at}.${member}`)}
          onChange={(now) => {
            if (figure.key === open) setOpen(now.key)
            onChange(figures.map((one, place) => (place === at ? now : one)))
          }}
        />
      )}
    </>
  )
}

/** `F17` after `F16`. */
function freeKey(figures: readonly FigureInput[]): string {
  const last = Math.max(0, ...figures.map(({ key }) => Number(/\d+$/.exec(key)?.[0] ?? 0)))
  return `F${String(last + 1).padStart(2, '0')}`
}

type FieldsProps = Pick<Props, 'indicators'> & {
  figure: FigureInput
  isUsed: boolean
  errorOf(member: string): string | undefined
  onChange(figure: FigureInput): void
}

function FigureFields({ figure, isUsed, indicators, errorOf, onChange }: FieldsProps) {
  const { t, lang } = useWords()
  const put = (change: Partial<FigureInput>) => onChange({ ...figure, ...change })
  const text = (member: 'key' | 'label' | 'labelEn' | 'phrase' | 'phraseEn' | 'step') => ({
    label: t(`app.programmeAdmin.figure.${member}`),
    value: figure[member] ?? '',
    error: errorOf(member),
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      put({ [member]: ['phrase', 'phraseEn', 'step'].includes(member) ? value || null : value }),
  })
  return (
    <div className={classes.figure}>
      <Fields>
        <TextInput {...text('key')} disabled={isUsed} />
        <Select
          searchable
          allowDeselect={false}
          disabled={isUsed}
          label={t('app.programmeAdmin.figure.indicator')}
          value={figure.indicator}
          data={indicators.map(({ code, name, nameEn }) => ({
            value: code,
            label: (lang === 'en' && nameEn) || name,
          }))}
          onChange={(indicator) => put({ indicator: indicator! })}
        />
      </Fields>
      <Fields>
        <TextInput {...text('label')} />
        <TextInput {...text('labelEn')} />
      </Fields>
      <Fields>
        <TextInput {...text('phrase')} />
        <TextInput {...text('phraseEn')} />
      </Fields>
      <Fields>
        <Select
          allowDeselect={false}
          label={t('app.programmeAdmin.figure.basis')}
          value={figure.basis}
          data={(['exact', 'more-than'] as const).map((value) => ({
            value,
            label: t(`app.programmeAdmin.basis.${value}`),
          }))}
          onChange={(basis) =>
            put(basis === 'exact' ? { basis, step: null } : { basis: 'more-than', step: figure.step ?? '10' })
          }
        />
        {figure.basis === 'more-than' && <TextInput {...text('step')} inputMode="decimal" />}
      </Fields>
    </div>
  )
}
