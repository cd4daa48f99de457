import { ActionIcon } from '@mantine/core'
import { IconCloudUp, IconFileText, IconX } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import classes from './evidence.module.css'
import type { KnownFile } from './evidence-field.tsx'
import { isLocal, useFileAbout } from './use-file-about.ts'

type Props = { id: string; known: KnownFile | undefined; onRemove?: () => void }

/** One file: its picture or a sign, its name that opens it, and how large it is. */
export function EvidenceItem({ id, known, onRemove }: Props) {
  const { t, number } = useWords()
  const about = useFileAbout(id, known)
  const name = about?.name ?? t('app.evidence.unknown')
  return (
    <li className={classes.item}>
      <span className={classes.picture}>
        {about?.picture ? (
          <img src={about.picture} alt="" loading="lazy" />
        ) : (
          <IconFileText size={20} stroke={1.5} aria-hidden />
        )}
      </span>
      <span className={classes.about}>
        {isLocal(id) ? (
          <b>{name}</b>
        ) : (
          <a href={`/api/v1/files/${id}/content`} target="_blank" rel="noreferrer">
            {name}
          </a>
        )}
        <small>
          {about && sizeText(about.bytes, number)}
          {about?.isHere && (
            <span className="st wait">
              <IconCloudUp size={14} stroke={1.75} aria-hidden />
              {t('app.evidence.waiting')}
            </span>
          )}
        </small>
      </span>
      {onRemove && (
        <ActionIcon
          variant="subtle"
          color="mist"
          aria-label={t('app.evidence.remove', { name })}
          onClick={onRemove}
        >
          <IconX size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}

/** `340 KB`, `2,4 MB`. */
function sizeText(bytes: number, number: (value: number, places?: number) => string): string {
  if (bytes < 1_000_000) return `${number(Math.max(1, Math.round(bytes / 1_000)))} KB`
  return `${number(bytes / 1_000_000, 1)} MB`
}
