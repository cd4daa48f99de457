import { Link } from '@tanstack/react-router'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { DraftLine, SchemeLine } from '../../api/schemes.ts'
import classes from './schemes.module.css'
import { useValidity } from './use-validity.ts'

/** A scheme: what it is called, how large it is, which version is the newest and from when. */
export function SchemeRow({ scheme }: { scheme: SchemeLine }) {
  const { t, number } = useWords()
  const validity = useValidity()
  const newest = scheme.versions[0]!
  return (
    <li>
      <div className={classes.words}>
        <Link to="/schemes/$code" params={{ code: scheme.code } as never} search={keepPlace as never}>
          {scheme.name}
        </Link>
        <small>
          {[
            scheme.code,
            t(`app.schemes.of.${scheme.subjects}`),
            t('app.schemes.size', {
              areas: number(scheme.areas),
              criteria: number(scheme.criteria),
              max: number(scheme.max),
            }),
            scheme.isExternal && t('app.schemes.external'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
        {newest.basis && <small>{newest.basis}</small>}
      </div>
      <div className={classes.state}>
        <span>{t('app.schemes.version', { version: number(newest.version) })}</span>
        <small>{validity(newest)}</small>
      </div>
    </li>
  )
}

/** A draft: whose words it holds now. */
export function DraftRow({ draft }: { draft: DraftLine }) {
  const { t, number, instant } = useWords()
  return (
    <li>
      <div className={classes.words}>
        <Link to="/schemes/drafts/$id" params={{ id: draft.id } as never} search={keepPlace as never}>
          {draft.name || draft.code}
        </Link>
        <small>
          {[
            draft.code,
            t(`app.schemes.of.${draft.subjects}`),
            draft.base !== null && t('app.schemes.fromVersion', { version: number(draft.base) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </div>
      <div className={classes.state}>
        <StateMark state="draft" />
        <small>{t('app.schemes.changed', { by: draft.changedBy, at: instant(draft.changedAt) })}</small>
      </div>
    </li>
  )
}
