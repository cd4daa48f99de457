import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import classes from './change.module.css'
import { type ChangeDraft, FORMS, newSuccessor, type SuccessorDraft } from './change-draft.ts'
import { UnitField, UnitsField, type useUnitOptions } from './unit-field.tsx'

type Props = {
  change: ChangeDraft
  options: ReturnType<typeof useUnitOptions>
  onChange(change: ChangeDraft): void
}

/** What the units become: new ones with code, name and kind, ones that are there already, or one new word. */
export function SuccessorPart({ change, options, onChange }: Props) {
  const { t } = useWords()
  const { into } = change
  const form = FORMS[change.kind].into
  const put = (successors: SuccessorDraft[]) => onChange({ ...change, into: successors })
  if (form === 'none') return null
  if (form === 'existing-one')
    return (
      <UnitField
        label={t('app.units.change.into.absorb')}
        options={options}
        value={into[0]?.code ?? null}
        onChange={(code) => put(code ? [newSuccessor(0, code)] : [])}
      />
    )
  if (form === 'existing-many')
    return (
      <UnitsField
        label={t('app.units.change.into.transfer')}
        options={options.filter(({ value }) => !change.from.includes(value))}
        value={into.map(({ code }) => code)}
        onChange={(codes) => put(codes.map((code, key) => newSuccessor(key, code)))}
      />
    )
  if (form === 'name' || form === 'kind' || form === 'parent')
    return <OneWord form={form} successor={into[0]!} options={options} onChange={(one) => put([one])} />
  const next = Math.max(...into.map(({ key }) => key)) + 1
  return (
    <>
      {into.map((one) => (
        <NewUnit
          key={one.key}
          successor={one}
          options={options}
          onChange={(now) => put(into.map((other) => (other.key === one.key ? now : other)))}
          onRemove={
            into.length > (form === 'new-many' ? 2 : 1)
              ? () => put(into.filter(({ key }) => key !== one.key))
              : undefined
          }
        />
      ))}
      {(form === 'new-many' || change.kind === 'create') && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => put([...into, newSuccessor(next)])}
        >
          {t('app.units.change.addNew')}
        </Button>
      )}
    </>
  )
}

type OneProps = {
  successor: SuccessorDraft
  options: Props['options']
  onChange(successor: SuccessorDraft): void
}

function OneWord({ form, successor, options, onChange }: OneProps & { form: 'name' | 'kind' | 'parent' }) {
  const { t } = useWords()
  if (form === 'parent')
    return (
      <UnitField
        label={t('app.units.change.newParent')}
        options={options}
        value={successor.parent}
        onChange={(parent) => onChange({ ...successor, parent })}
      />
    )
  return (
    <div className={classes.row}>
      <TextInput
        className={classes.wide}
        label={t(form === 'name' ? 'app.units.change.newName' : 'app.units.change.newKind')}
        value={successor[form]}
        onChange={({ currentTarget: { value } }) => onChange({ ...successor, [form]: value })}
      />
      <TextInput
        w={150}
        label={t('app.units.change.newCode')}
        value={successor.code}
        onChange={({ currentTarget: { value } }) => onChange({ ...successor, code: value })}
      />
    </div>
  )
}

function NewUnit({
  successor,
  options,
  onChange,
  onRemove,
}: OneProps & { onRemove: (() => void) | undefined }) {
  const { t } = useWords()
  const text = (member: 'code' | 'name' | 'kind') => ({
    label: t(`app.units.change.successor.${member}`),
    value: successor[member],
    onChange: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }) =>
      onChange({ ...successor, [member]: value }),
  })
  return (
    <div className={classes.row}>
      <TextInput w={120} {...text('code')} />
      <TextInput className={classes.wide} {...text('name')} />
      <TextInput w={120} {...text('kind')} />
      <div className={classes.parent}>
        <UnitField
          label={t('app.units.change.successor.parent')}
          options={options}
          value={successor.parent}
          clearable
          onChange={(parent) => onChange({ ...successor, parent })}
        />
      </div>
      {onRemove && (
        <ActionIcon
          className={classes.remove}
          aria-label={t('app.units.change.removeUnit', { name: successor.name || successor.code })}
          onClick={onRemove}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}
