import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { NUMBERS } from '../../../schema.ts'
import { placeOf } from '../rules/draft-place.ts'
import classes from './draft.module.css'
import type { DraftFaultFound, OpenDraft } from './use-draft.ts'

/** What the check of the scheme finds, as it is typed; each leads to its place. */
export function FaultList({ held: { faults, scheme, open } }: { held: OpenDraft }) {
  const { t, number } = useWords()
  const must = faults.filter(({ isBlocking }) => isBlocking)
  const look = faults.filter(({ isBlocking }) => !isBlocking)
  const tell = ({ at, code, details = {} }: DraftFaultFound) =>
    t(`app.schemes.fault.${code}`, {
      at: at || t('app.schemes.head'),
      ...Object.fromEntries(
        Object.entries(details).map(([name, value]) => [
          name,
          NUMBERS.amount.test(value) ? number(value) : value,
        ]),
      ),
    })
  const list = (found: readonly DraftFaultFound[], tone: string | undefined) => (
    <ul className={classes.faults}>
      {found.map((fault) => (
        <li key={`${fault.at} ${fault.code} ${JSON.stringify(fault.details ?? {})}`}>
          <IconAlertTriangle size={15} className={tone} aria-hidden />
          <button type="button" onClick={() => open(placeOf(scheme, fault.at))}>
            {tell(fault)}
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <div aria-live="polite">
      <Section title={t('app.schemes.check')}>
        {must.length === 0 && (
          <p className={classes.fine}>
            <IconCheck size={15} aria-hidden /> {t('app.schemes.fine')}
          </p>
        )}
        {must.length > 0 && list(must, classes.must)}
      </Section>
      {look.length > 0 && <Section title={t('app.schemes.toLook')}>{list(look, classes.look)}</Section>}
    </div>
  )
}
