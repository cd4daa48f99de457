import { EmptyNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Links } from '../../api/register.ts'
import { typeName } from '../../rules/types.ts'
import { DirectiveLink } from './directive-link.tsx'
import classes from './register.module.css'

const KINDS = [
  'implements',
  'implementedBy',
  'amends',
  'amendedBy',
  'replaces',
  'replacedBy',
] as const satisfies readonly (keyof Links)[]

/** What a directive rests on, and what rests on it. */
export function DirectiveLinks({ links }: { links: Links }) {
  const { t, lang, day } = useWords()
  const shown = KINDS.filter((kind) => links[kind].length > 0)
  return (
    <Section title={t('app.register.links')}>
      {shown.length === 0 && <EmptyNote>{t('app.register.noLinks')}</EmptyNote>}
      {shown.map((kind) => (
        <section key={kind} aria-label={t(`app.register.link.${kind}`)}>
          <h3 className={classes.kind}>{t(`app.register.link.${kind}`)}</h3>
          <ul className={classes.links}>
            {links[kind].map((one) => (
              <li key={one.id}>
                <DirectiveLink directive={one} /> {one.excerpt}
                <small>
                  {typeName(one.type, lang)} · {one.issuer} · {day(one.issuedOn)}
                </small>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Section>
  )
}
