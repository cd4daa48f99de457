import { CloseButton } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { getDirective } from '../../api/register.ts'
import { ChooseDirective } from '../choose-directive.tsx'
import classes from './register.module.css'

type Props = {
  label: string
  description?: string
  error?: string | undefined
  ids: readonly string[]
  onChange(ids: string[]): void
}

/** Directives of the register, one after the other: what is chosen stands below the field. */
export function ChooseMany({ label, ids, onChange, ...rest }: Props) {
  return (
    <div>
      <ChooseDirective
        key={ids.length}
        {...rest}
        label={label}
        value={null}
        onChange={(one) => one && !ids.includes(one.id) && onChange([...ids, one.id])}
      />
      {ids.length > 0 && (
        <ul className={classes.links} aria-label={label}>
          {ids.map((id) => (
            <Line key={id} id={id} onRemove={() => onChange(ids.filter((one) => one !== id))} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Line({ id, onRemove }: { id: string; onRemove(): void }) {
  const { t } = useWords()
  const { data } = useRead(getDirective, { id })
  return (
    <li>
      <CloseButton
        size="sm"
        style={{ float: 'right' }}
        aria-label={t('app.register.unlink', { number: data?.number ?? id })}
        onClick={onRemove}
      />
      <b>{data?.number ?? '…'}</b> {data?.excerpt}
    </li>
  )
}
