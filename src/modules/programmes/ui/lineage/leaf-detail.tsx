import { IconFileText, IconPhoto } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { getReportHistory } from '#modules/indicators/api.ts'
import type { ReportVersion } from '#modules/indicators/schema.ts'
import { inSentence } from '#modules/organisation/rules/names.ts'
import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import type { LineageLeaf } from '../../api/lineage.ts'
import { measureOf } from '../reading/use-measure.ts'
import classes from './lineage.module.css'
import type { Lineage } from './use-lineage.ts'

const STATES = ['draft', 'submitted', 'returned', 'approved', 'locked'] as const

/** One report behind a figure: its version, who sent and who approved it, its files, and the versions before. */
export function LeafDetail({ leaf, tree }: { leaf: LineageLeaf; tree: Lineage }) {
  const { t } = useWords()
  const { report, unit } = leaf
  const form = tree.forms.find(({ code }) => code === report?.form)?.name ?? report?.form ?? ''
  if (!report) return <Computed leaf={leaf} />
  const title = t('app.lineage.detail', { unit: unit.name, form })
  const state = STATES.find((one) => one === report.state) ?? 'approved'
  return (
    <section className={classes.detail} aria-label={title}>
      <div className={classes.detailHead}>
        <h3>{title}</h3>
        <StateMark state={state} />
      </div>
      <Sent leaf={leaf} report={report} tree={tree} />
      {leaf.evidence.length > 0 && (
        <ul className={classes.files} aria-label={t('app.lineage.files')}>
          {leaf.evidence.map(({ id, name, mediaType }) => {
            const Icon = mediaType.startsWith('image/') ? IconPhoto : IconFileText
            return (
              <li key={id}>
                <Icon size={15} stroke={1.6} aria-hidden />
                <a href={`/api/v1/files/${id}/content`} target="_blank" rel="noreferrer">
                  {name}
                </a>
              </li>
            )
          })}
        </ul>
      )}
      <p className={classes.links}>
        <Link
          to={`/reports/${report.form}` as never}
          search={{ unit: unit.code, period: report.period } as never}
        >
          {t('app.lineage.openReport', { period: inSentence(tellPeriod(t, report.period)) })}
        </Link>
      </p>
    </section>
  )
}

/** Where the records of a kind are read, by whoever may. */
const RECORD_PAGES: Readonly<Record<string, string>> = {
  session: '/study-sessions',
  result: '/results',
}

/** A value that nobody typed: how many records it was counted from, and the way to them. */
function Computed({ leaf: { records, unit } }: { leaf: LineageLeaf }) {
  const { t, number } = useWords()
  const page = records && RECORD_PAGES[records.kind]
  return (
    <section className={classes.detail}>
      <p>{t('app.lineage.computed.long')}</p>
      {page && (
        <p className={classes.links}>
          <Link to={page as never} search={{ unit: unit.code, period: records.period } as never}>
            {t(`app.lineage.records.${records.kind}`, { count: number(records.count) })}
          </Link>
        </p>
      )}
    </section>
  )
}

type SentProps = { leaf: LineageLeaf; tree: Lineage; report: NonNullable<LineageLeaf['report']> }

/** The versions with their people, for whoever may read the report; for others the days alone. */
function Sent({ leaf, report, tree }: SentProps) {
  const { t, instant } = useWords()
  const { form, period } = report
  const read = useRead(getReportHistory, { form, unit: leaf.unit.code, period })
  const versions = read.isPlaceholderData ? undefined : read.data?.versions
  if (versions)
    return (
      <ol className={classes.versions}>
        {versions.map((version) => (
          <VersionLine key={version.version} version={version} leaf={leaf} tree={tree} />
        ))}
      </ol>
    )
  return (
    <dl className={classes.facts}>
      <dt>{t('app.lineage.version')}</dt>
      <dd>{report.version}</dd>
      <dt>{t('app.lineage.sent')}</dt>
      <dd>{report.submittedAt ? instant(report.submittedAt) : t('app.lineage.imported')}</dd>
      {report.approvedAt && (
        <>
          <dt>{t('app.lineage.approvedOn')}</dt>
          <dd>{instant(report.approvedAt)}</dd>
        </>
      )}
    </dl>
  )
}

function VersionLine({ version, leaf, tree }: { version: ReportVersion; leaf: LineageLeaf; tree: Lineage }) {
  const words = useWords()
  const { t, instant } = words
  const indicator = tree.indicators.find(({ code }) => code === leaf.indicator)
  const said =
    version.values.find((cell) => cell.indicator === leaf.indicator && !cell.breakdown)?.value ?? null
  const measure = measureOf(words, indicator?.unitOfMeasure ?? '', [said])
  const sent = version.submittedAt
    ? t('app.lineage.sentBy', { who: version.submittedBy ?? '', at: instant(version.submittedAt) })
    : t(version.isImported ? 'app.lineage.importedBy' : 'app.lineage.savedBy', {
        who: version.createdBy,
        at: instant(version.createdAt),
      })
  const decided =
    version.decidedAt &&
    t(version.state === 'returned' ? 'app.lineage.returnedBy' : 'app.lineage.approvedBy', {
      who: version.decidedBy ?? '',
      at: instant(version.decidedAt),
    })
  return (
    <li data-force={version.isInForce || undefined}>
      <span>
        <b>{t('app.lineage.versionOf', { version: version.version })}</b>
        {version.isInForce && <small className="done">{t('app.lineage.inForce')}</small>}
        {said !== null && <em>{measure.tell(said)}</em>}
      </span>
      <small>{sent}</small>
      {decided && <small>{decided}</small>}
      {version.reason && <q>{version.reason}</q>}
    </li>
  )
}
