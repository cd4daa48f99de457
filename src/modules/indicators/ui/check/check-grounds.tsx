import { Kbd } from '@mantine/core'
import { IconFileText, IconPhoto } from '@tabler/icons-react'
import { Section } from '#web/kit/panes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { SheetRow } from '../../api/sheet.ts'
import type { ReportVersion } from '../../schema.ts'
import { fullNameOfColumn } from '../sheet/grid/cell-words.ts'
import classes from './check.module.css'
import type { CheckLine } from './rules/check-lines.ts'

type Props = {
  row: SheetRow
  lines: readonly CheckLine[]
  before: ReportVersion | undefined
  onLine(line: number): void
}

/** What the decision can rest on: what was sent back before, the files, the rule. */
export function CheckGrounds({ row, lines, before, onLine }: Props) {
  const { t } = useWords()
  const returned = lines.filter((line) => line.returned !== undefined)
  const proven = lines.filter(({ evidence }) => evidence.length > 0)
  return (
    <aside className={classes.grounds} aria-label={t('app.check.grounds')}>
      {(returned.length > 0 || before?.reason) && (
        <Section title={t('app.check.before')}>
          {before?.reason && <blockquote className={classes.quote}>“{before.reason}”</blockquote>}
          {returned.map((line) => (
            <ReturnedBefore key={line.name} line={line} by={before} />
          ))}
        </Section>
      )}
      <Section title={t('app.check.files')}>
        {proven.length === 0 && <p className={classes.hint}>{t('app.check.noFiles')}</p>}
        <ul className={classes.files}>
          {proven.flatMap((line) =>
            line.evidence.map((file) => (
              <li key={`${line.name} ${file.id}`}>
                {file.mediaType.startsWith('image/') ? (
                  <IconPhoto size={16} stroke={1.6} aria-hidden />
                ) : (
                  <IconFileText size={16} stroke={1.6} aria-hidden />
                )}
                <a href={`/api/v1/files/${file.id}/content`} target="_blank" rel="noreferrer">
                  {file.name}
                </a>
                <NameOf line={line} onClick={() => onLine(lines.indexOf(line))} />
              </li>
            )),
          )}
        </ul>
      </Section>
      <Section title={t('app.check.rule')}>
        <p className={classes.hint}>{t('app.check.ruleText')}</p>
        {row.cutoff?.dueOn && <DueText dueOn={row.cutoff.dueOn} />}
      </Section>
      <p className={classes.keys}>
        <Kbd>J</Kbd> <Kbd>K</Kbd> {t('app.check.key.report')} <Kbd>A</Kbd> {t('app.check.key.pass')}{' '}
        <Kbd>R</Kbd> {t('app.check.key.return')} <Kbd>Ctrl Enter</Kbd> {t('app.check.key.decide')}
      </p>
    </aside>
  )
}

const DueText = ({ dueOn }: { dueOn: string }) => {
  const { t, day } = useWords()
  return <p className={classes.hint}>{t('app.forms.due.plain', { day: day(dueOn) })}</p>
}

function NameOf({ line, onClick }: { line: CheckLine; onClick(): void }) {
  const { lang } = useWords()
  return (
    <button type="button" className={classes.choose} onClick={onClick}>
      {fullNameOfColumn(line.column, lang)}
    </button>
  )
}

function ReturnedBefore({ line, by }: { line: CheckLine; by: ReportVersion | undefined }) {
  const { t, lang, instant } = useWords()
  const isChanged = line.earlier !== line.value
  return (
    <div className={classes.past}>
      <div>
        <b>{fullNameOfColumn(line.column, lang)}</b>
        {isChanged ? (
          <StateMark state="approved" word={t('app.check.corrected')} />
        ) : (
          <StateMark state="look" word={t('app.check.unchanged')} />
        )}
      </div>
      {line.returned && <blockquote className={classes.quote}>“{line.returned}”</blockquote>}
      {by?.decidedAt && (
        <small>
          {by.decidedBy} · {instant(by.decidedAt)}
        </small>
      )}
      {line.comment && <p>“{line.comment}”</p>}
    </div>
  )
}
