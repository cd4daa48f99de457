import { EmptyNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Directive } from '../../api/register.ts'
import classes from './register.module.css'

/** The text of a directive as files, and whether it can be searched for their words. */
export function DirectiveFiles({ files }: Pick<Directive, 'files'>) {
  const { t, number } = useWords()
  return (
    <Section title={t('app.register.filesTitle')}>
      {files.length === 0 && <EmptyNote>{t('app.register.noFiles')}</EmptyNote>}
      <ul className={classes.files}>
        {files.map(({ id, name, bytes, text }) => (
          <li key={id}>
            <a href={`/api/v1/files/${encodeURIComponent(id)}/content`} target="_blank" rel="noreferrer">
              {name}
            </a>
            <small>
              {t('app.register.kilobytes', { size: number(Math.max(1, Math.round(bytes / 1_000))) })} ·{' '}
              {t(`app.register.text.${text}`)}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  )
}
