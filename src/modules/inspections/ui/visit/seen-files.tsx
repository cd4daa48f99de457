import { useWords } from '#web/kit/words.tsx'
import type { SeenFile } from '../../api/visits.ts'
import classes from '../inspections.module.css'
import { tellPosition } from './tell-position.ts'

/** Photos and documents, each with when and where it was taken. */
export function SeenFiles({ files }: { files: readonly SeenFile[] }) {
  const { t, instant, number } = useWords()
  if (files.length === 0) return null
  return (
    <ul className={classes.files} aria-label={t('app.inspection.files')}>
      {files.map(({ id, name, mediaType, takenAt, position }) => (
        <li key={id}>
          <a href={`/api/v1/files/${id}/content`} target="_blank" rel="noreferrer">
            {mediaType.startsWith('image/') && (
              <img src={`/api/v1/files/${id}/content?copy=small`} alt="" loading="lazy" />
            )}
            <span>{name}</span>
          </a>
          <small>
            {takenAt && <span>{instant(takenAt)}</span>}
            {position && <span>{tellPosition(position, number)}</span>}
          </small>
        </li>
      ))}
    </ul>
  )
}
