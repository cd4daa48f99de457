import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { type Mark, StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { getProposal, type Proposal } from '../../api/choosing.ts'
import type { ProposalState } from '../../schema.ts'
import classes from './choosing.module.css'
import { Discussion } from './discussion.tsx'
import { ProposalDialog } from './proposal-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const MARKS: Record<ProposalState, Mark> = {
  proposed: 'submitted',
  chosen: 'approved',
  rejected: 'returned',
  withdrawn: 'locked',
}

/** One proposal whole: what and why, the targets wished for, how it was decided, and what was said of it. */
export function ProposalPane({ id }: { id: string }) {
  const { data, error, refetch } = useEtagRead(getProposal, { id })
  const [doing, setDoing] = useState<'changing' | 'withdrawing' | null>(null)
  if (error && !data) return <ErrorNote problem={error} retry={() => refetch()} />
  if (!data) return <LoadingBars rows={8} />
  const proposal = data.data
  const close = () => setDoing(null)
  return (
    <article className={classes.pane}>
      <Head proposal={proposal} onDo={setDoing} />
      <Decided proposal={proposal} />
      <Why proposal={proposal} />
      <Wishes proposal={proposal} />
      <Discussion proposal={proposal} />
      {doing === 'changing' && (
        <ProposalDialog proposal={proposal} etag={data.etag} onClose={close} onSaved={close} />
      )}
      {doing === 'withdrawing' && <WithdrawDialog proposal={proposal} etag={data.etag} onClose={close} />}
    </article>
  )
}

type HeadProps = { proposal: Proposal; onDo(doing: 'changing' | 'withdrawing'): void }

function Head({ proposal, onDo }: HeadProps) {
  const { t, lang, day, instant } = useWords()
  const { state, unit, chooser, startsOn, endsOn, proposed, may } = proposal
  return (
    <header className={classes.head}>
      <div>
        <h2>{(lang === 'en' && proposal.nameEn) || proposal.name}</h2>
        <StateMark state={MARKS[state]} word={t(`app.choosing.state.${state}`)} />
      </div>
      <p>{t('app.choosing.put', { unit: unit.name, chooser: chooser.name })}</p>
      <p>
        {day(startsOn)} – {day(endsOn)} · {proposed.by}, {instant(proposed.at)}
      </p>
      {may.includes('change') && (
        <div className={classes.acts}>
          <Button variant="default" onClick={() => onDo('changing')}>
            {t('app.choosing.change')}
          </Button>
          <Button variant="subtle" onClick={() => onDo('withdrawing')}>
            {t('app.choosing.withdraw')}
          </Button>
        </div>
      )}
    </header>
  )
}

/** How it ended: by which directive, with which reason, and the programme that was made of it. */
function Decided({ proposal: { state, decided, programme } }: { proposal: Proposal }) {
  const { t, day, instant } = useWords()
  if (!decided) return null
  const { directive, because } = decided
  return (
    <div className={classes.decided} data-state={state}>
      {directive && (
        <p>
          {t(`app.choosing.decided.${state}`, { number: directive.number, day: day(directive.issuedOn) })}{' '}
          {directive.excerpt}
        </p>
      )}
      {because && <p>“{because}”</p>}
      <p>
        <small>
          {decided.by}, {instant(decided.at)}
        </small>
      </p>
      {programme && (
        <Link to={`/programmes/${programme}` as never} search={((old: object) => old) as never}>
          {t('app.choosing.openProgramme')}
        </Link>
      )}
    </div>
  )
}

function Why({ proposal }: { proposal: Proposal }) {
  const { t, lang } = useWords()
  const summary = (lang === 'en' && proposal.summaryEn) || proposal.summary
  return (
    <>
      <Section title={t('app.choosing.why')}>
        <p className={classes.text}>{proposal.why}</p>
      </Section>
      {summary && (
        <Section title={t('app.choosing.summary')}>
          <p className={classes.text}>{summary}</p>
        </Section>
      )}
    </>
  )
}

function Wishes({ proposal: { targets, chooser } }: { proposal: Proposal }) {
  const { t, lang, number } = useWords()
  return (
    <Section title={t('app.choosing.targets')}>
      {targets.length === 0 ? (
        <p className={classes.text}>{t('app.choosing.noTargets')}</p>
      ) : (
        <>
          <table className="tbl">
            <thead>
              <tr>
                <th scope="col">{t('app.choosing.indicator')}</th>
                <th scope="col">{t('app.choosing.period')}</th>
                <th scope="col" className={classes.number}>
                  {t('app.choosing.value')}
                </th>
              </tr>
            </thead>
            <tbody>
              {targets.map((wish) => (
                <tr key={`${wish.indicator} ${wish.period}`}>
                  <th scope="row">{(lang === 'en' && wish.nameEn) || wish.name}</th>
                  <td>{wish.period}</td>
                  <td className={classes.number}>
                    {number(wish.value)} {wish.unitOfMeasure}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={classes.note}>{t('app.choosing.targetsOf', { unit: chooser.name })}</p>
        </>
      )}
    </Section>
  )
}
