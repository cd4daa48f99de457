import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { DayField } from '#web/kit/day-field.tsx'
import { FieldGroup, Fields } from '#web/kit/edit-form.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Scheme } from '../../../schema.ts'
import { AdjustFields } from './adjust-fields.tsx'
import { ClassesForm } from './classes-form.tsx'
import classes from './draft.module.css'
import { TiesFields } from './ties-fields.tsx'

type Props = { scheme: Scheme; isNew: boolean; onChange(scheme: Scheme): void }

/** What holds for the whole scheme. Code and subjects stay once there is a version. */
export function HeadForm({ scheme, isNew, onChange }: Props) {
  const { t } = useWords()
  const put = (part: Partial<Scheme>) => onChange({ ...scheme, ...part })
  return (
    <>
      <div className={classes.title}>
        <h2>{t('app.schemes.head')}</h2>
      </div>
      <Textarea
        required
        autosize
        label={t('app.schemes.name')}
        value={scheme.name}
        onChange={({ currentTarget: { value } }) => put({ name: value })}
      />
      <Fields>
        <TextInput
          required
          disabled={!isNew}
          label={t('app.schemes.code')}
          value={scheme.code}
          maxLength={60}
          onChange={({ currentTarget: { value } }) => put({ code: value })}
        />
        <Select
          allowDeselect={false}
          disabled={!isNew}
          label={t('app.schemes.subjects')}
          value={scheme.subjects}
          data={(['units', 'people'] as const).map((value) => ({
            value,
            label: t(`app.schemes.of.${value}`),
          }))}
          onChange={(value) => put({ subjects: value as Scheme['subjects'] })}
        />
      </Fields>
      <Fields>
        <DayField
          required
          label={t('app.schemes.validFrom')}
          description={t('app.schemes.validHint')}
          value={scheme.validFrom}
          onChange={(validFrom) => put({ validFrom })}
        />
        <DayField
          label={t('app.schemes.validTo')}
          value={scheme.validTo ?? ''}
          onChange={(validTo) => put({ validTo: validTo || null })}
        />
      </Fields>
      <Textarea
        autosize
        label={t('app.schemes.basis')}
        value={scheme.basis}
        onChange={({ currentTarget: { value } }) => put({ basis: value })}
      />
      <Checkbox
        label={t('app.schemes.isExternal')}
        checked={scheme.external ?? false}
        onChange={({ currentTarget: { checked } }) => {
          const { external: _, ...rest } = scheme
          onChange(checked ? { ...rest, external: true } : rest)
        }}
      />
      <FieldGroup title={t('app.schemes.index')}>
        <Fields>
          <Select
            allowDeselect={false}
            label={t('app.schemes.places')}
            value={scheme.roundDecimals}
            data={['0', '1', '2', '3', '4']}
            onChange={(value) => put({ roundDecimals: value ?? '2' })}
          />
        </Fields>
        <Checkbox
          label={t('app.schemes.rebase')}
          description={t('app.schemes.rebaseHint')}
          checked={scheme.rebase}
          onChange={({ currentTarget: { checked } }) => put({ rebase: checked })}
        />
        <TiesFields scheme={scheme} onChange={(ties) => put({ ties })} />
        <AdjustFields adjust={scheme.adjust ?? null} onChange={(adjust) => put({ adjust })} />
      </FieldGroup>
      <ClassesForm classes={scheme.classes} onChange={(labels) => put({ classes: labels })} />
    </>
  )
}
