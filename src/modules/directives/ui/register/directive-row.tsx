import { IconPaperclip } from '@tabler/icons-react'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { DirectiveLine } from '../../api/register.ts'
import { typeName } from '../../rules/types.ts'
import { DirectiveLink } from './directive-link.tsx'
import classes from './register.module.css'

/** A directive of the register in two lines, and how far it has come. */
export function DirectiveRow({ line }: { line: DirectiveLine }) {
  const { t, lang, day, number } = useWords()
  return (
    <>
      <div className={classes.words}>
        <DirectiveLink directive={line} />
        <span className={classes.excerpt}>{line.excerpt}</span>
        <small>
          {typeName(line.type, lang)} · {line.issuer} · {day(line.issuedOn)}
          {line.files > 0 && (
            <>
              {' · '}
              <IconPaperclip size={12} aria-hidden /> {t('app.register.files', { count: number(line.files) })}
            </>
          )}
          {line.isReplaced && <b> · {t('app.register.replaced')}</b>}
        </small>
      </div>
      <DutyCountMark duties={line.duties} />
    </>
  )
}

/** `12/19 đơn vị xong`, and how many are late; nothing where nothing is asked. */
export function DutyCountMark({ duties }: Pick<DirectiveLine, 'duties'>) {
  const { t, number } = useWords()
  if (!duties) return null
  return (
    <div className={classes.count}>
      <span>{t('app.register.done', { done: number(duties.done), units: number(duties.units) })}</span>
      {duties.late > 0 && (
        <StateMark state="late" word={t('app.register.late', { count: number(duties.late) })} />
      )}
    </div>
  )
}
