import { useParams } from '@tanstack/react-router'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { type Appeal, getAppeal } from '../../api/appeals.ts'
import { SheetLink } from '../grading/links.tsx'
import { ResultLink } from '../results/links.tsx'
import { AppealActs } from './appeal-acts.tsx'
import { AppealMark } from './appeal-mark.tsx'
import classes from './appeals.module.css'
import { DecideForm } from './decide-form.tsx'
import { DecideGradeForm } from './decide-grade-form.tsx'

/** One appeal: what is asked, who has it and until when, and what was decided with the points before and after. */
export function AppealPage() {
  const { t } = useWords()
  const { appeal: id } = useParams({ strict: false }) as { appeal: string }
  const { data: read, error, refetch } = useEtagRead(getAppeal, { appeal: String(id) })
  const appeal = read?.data.id === String(id) ? read.data : undefined
  const etag = read?.etag ?? undefined
  return (
    <>
      <PageHead
        title={appeal ? t('app.appeals.of', { unit: appeal.unit.name }) : t('app.appeals.one')}
        facts={appeal && <AppealMark appeal={appeal} />}
        actions={appeal && <AppealActs appeal={appeal} etag={etag} />}
      />
      <div className={classes.page}>
        {error && !appeal && <ErrorNote problem={error} retry={refetch} />}
        {!appeal && !error && <LoadingBars rows={6} />}
        {appeal && (
          <>
            <Claim appeal={appeal} />
            {appeal.decision && <Decision appeal={appeal} />}
            {appeal.may.includes('decide') && (
              <Section title={t('app.appeals.decide')}>
                {appeal.grade ? (
                  <DecideGradeForm appeal={{ ...appeal, grade: appeal.grade }} etag={etag} />
                ) : (
                  <DecideForm key={appeal.id} appeal={appeal} etag={etag} />
                )}
              </Section>
            )}
          </>
        )}
      </div>
    </>
  )
}

function Claim({ appeal }: { appeal: Appeal }) {
  const { t, day } = useWords()
  const {
    about,
    unit,
    criterion,
    claim,
    filedBy,
    filedFor,
    filedOn,
    owner,
    assignedBy,
    assignedOn,
    version,
  } = appeal
  return (
    <Section title={t('app.appeals.claim')}>
      <dl className={classes.facts}>
        <dt>{t('app.appeals.subject')}</dt>
        <dd>
          {appeal.grade ? (
            <SheetLink grading={about.id} subject={appeal.grade.subject}>
              {appeal.grade.isPerson ? appeal.grade.name : t('app.appeals.grade')}
            </SheetLink>
          ) : (
            <ResultLink round={about.id} unit={unit.code} version={version ?? undefined}>
              {criterion ? `${criterion.code} ${criterion.name}` : t('app.appeals.whole')}
            </ResultLink>
          )}
          <small>
            {about.name} · {tellPeriod(t, about.period)} · {about.keeper.name}
          </small>
        </dd>
        <dt>{t('app.appeals.filer')}</dt>
        <dd>
          {filedFor ? t('app.appeals.actingFor', { by: filedBy, for: filedFor }) : filedBy}
          <small>{day(filedOn)}</small>
        </dd>
        <dt>{t('app.appeals.owner')}</dt>
        <dd>
          {owner ?? t('app.appeals.noOwner')}
          {assignedBy && assignedOn && (
            <small>{t('app.appeals.assignedBy', { by: assignedBy, day: day(assignedOn) })}</small>
          )}
        </dd>
        <dt>{t('app.appeals.due')}</dt>
        <dd>{day(appeal.clock.dueOn)}</dd>
      </dl>
      <blockquote className={classes.claim}>{claim}</blockquote>
    </Section>
  )
}

function Decision({ appeal: { decision, effect, about } }: { appeal: Appeal }) {
  const { t, day, number } = useWords()
  if (!decision) return null
  const by = decision.for ? t('app.appeals.actingFor', { by: decision.by, for: decision.for }) : decision.by
  const rank = (value: number | null) => (value === null ? '–' : number(value))
  const index = (value: string | null) => (value === null ? '–' : `${number(value)} %`)
  return (
    <Section title={t('app.appeals.decision')}>
      <p className={classes.said}>
        {t('app.appeals.decidedBy', { number: decision.number, day: day(decision.decidedOn), by })}
      </p>
      <blockquote className={classes.claim}>{decision.reason}</blockquote>
      {effect && (
        <>
          <table className={classes.effect}>
            <thead>
              <tr>
                <td />
                <th scope="col">{t('app.appeals.before')}</th>
                <th scope="col">{t('app.appeals.after')}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{t('app.appeals.points')}</th>
                <td>{number(effect.before.points, 2)}</td>
                <td>{number(effect.after.points, 2)}</td>
              </tr>
              <tr>
                <th scope="row">{t('app.appeals.index')}</th>
                <td>{index(effect.before.indexPercent)}</td>
                <td>{index(effect.after.indexPercent)}</td>
              </tr>
              <tr>
                <th scope="row">{t('app.appeals.rank')}</th>
                <td>{rank(effect.before.rank)}</td>
                <td>{rank(effect.after.rank)}</td>
              </tr>
            </tbody>
          </table>
          <p className={classes.said}>
            {t('app.appeals.others', { count: effect.others })}{' '}
            <ResultLink round={about.id} version={effect.version}>
              {t('app.appeals.seeResult')}
            </ResultLink>
          </p>
        </>
      )}
    </Section>
  )
}
