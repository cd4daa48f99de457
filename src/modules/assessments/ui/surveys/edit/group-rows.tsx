import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import classes from './edit.module.css'
import { type Draft, USUAL_GROUPS } from './form-state.ts'

type Props = {
  groups: Draft['groups']
  /** Codes that weights of the scheme name. */
  weighted: readonly string[]
  errorOf(path: string): string | undefined
  onChange(groups: Draft['groups']): void
}

/** Who is asked: the usual groups by one press, others by a code and a name. */
export function GroupRows({ groups, weighted, errorOf, onChange }: Props) {
  const { t } = useWords()
  const known = groups.map(({ code }) => code)
  const offered = [...new Set([...weighted, ...USUAL_GROUPS])].filter((code) => !known.includes(code))
  const put = (n: number, part: Partial<Draft['groups'][number]>) =>
    onChange(groups.map((one, at) => (at === n ? { ...one, ...part } : one)))
  const nameOf = (code: string) => {
    const isUsual = (USUAL_GROUPS as readonly string[]).includes(code)
    return isUsual ? t(`app.surveys.group.${code}`) : code
  }
  return (
    <div className={classes.rows}>
      {groups.map((group, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a code may be being typed
        <div key={n} className={classes.group}>
          <TextInput
            required
            maxLength={40}
            label={t('app.surveys.groupCode')}
            value={group.code}
            error={errorOf(`groups.${n}.code`)}
            onChange={({ currentTarget: { value } }) => put(n, { code: value })}
          />
          <TextInput
            required
            maxLength={500}
            label={t('app.surveys.groupName')}
            value={group.name}
            onChange={({ currentTarget: { value } }) => put(n, { name: value })}
          />
          <TextInput
            maxLength={500}
            label={t('app.surveys.groupNameEn')}
            value={group.nameEn}
            onChange={({ currentTarget: { value } }) => put(n, { nameEn: value })}
          />
          <ActionIcon
            aria-label={t('app.surveys.removeGroup', { name: group.name || group.code })}
            onClick={() => onChange(groups.toSpliced(n, 1))}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className={classes.adds}>
        {offered.map((code) => (
          <Button
            key={code}
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={13} aria-hidden />}
            onClick={() => onChange([...groups, { code, name: nameOf(code), nameEn: '' }])}
          >
            {nameOf(code)}
          </Button>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange([...groups, { code: '', name: '', nameEn: '' }])}
        >
          {t('app.surveys.otherGroup')}
        </Button>
      </div>
    </div>
  )
}
