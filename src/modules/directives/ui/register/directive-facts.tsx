import { useWords } from '#web/kit/words.tsx'
import type { Directive } from '../../api/register.ts'
import { DutyCountMark } from './directive-row.tsx'
import classes from './register.module.css'

/** What the register says of a directive. */
export function DirectiveFacts({ directive }: { directive: Directive }) {
  const { t, day, instant } = useWords()
  const { validFrom, validTo, issuedOn } = directive
  return (
    <dl className={classes.facts}>
      <dt>{t('app.register.excerpt')}</dt>
      <dd>{directive.excerpt}</dd>
      <dt>{t('app.register.side')}</dt>
      <dd>{t(`app.register.side.${directive.side}`)}</dd>
      {directive.signer && (
        <>
          <dt>{t('app.register.signer')}</dt>
          <dd>{directive.signer}</dd>
        </>
      )}
      {(validTo !== null || validFrom !== issuedOn) && (
        <>
          <dt>{t('app.register.validity')}</dt>
          <dd>
            {validTo === null
              ? t('app.register.validFromOn', { from: day(validFrom) })
              : t('app.register.validBetween', { from: day(validFrom), to: day(validTo) })}
          </dd>
        </>
      )}
      <dt>{t('app.register.keeper')}</dt>
      <dd>
        {directive.keeper.name}
        {', '}
        {t('app.register.by', { by: directive.createdBy, at: instant(directive.createdAt) })}
      </dd>
      {directive.duties && (
        <>
          <dt>{t('app.register.progress')}</dt>
          <dd>
            <DutyCountMark duties={directive.duties} />
          </dd>
        </>
      )}
    </dl>
  )
}
