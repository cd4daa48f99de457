import type * as z from 'zod'
import { useWords } from '#web/kit/words.tsx'
import type { previewGrading } from '../../../api/gradings.ts'
import classes from '../grading.module.css'
import type { SubjectKind } from './use-gradings.ts'

type Preview = z.infer<typeof previewGrading.output>

/** Who would be graded, counted group by group: quotas are counted within a group. */
export function PreviewCount({ preview, subjects }: { preview: Preview; subjects: SubjectKind }) {
  const { t, number } = useWords()
  return (
    <div className={classes.preview} role="status">
      <b>{t(`app.gradings.count.${subjects}`, { count: number(preview.count) })}</b>
      {preview.count === 0 && <p>{t(`app.gradings.nobody.${subjects}`)}</p>}
      {preview.groups.length > 0 && (
        <ul>
          {preview.groups.map(({ group, count }) => (
            <li key={group}>
              <span>{group || t('app.gradings.noGroup')}</span>
              <span>{number(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
