import { ActionIcon, Textarea } from '@mantine/core'
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react'
import { Fragment, useEffect, useRef } from 'react'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { fullNameOfColumn, tellDoubt } from '../sheet/grid/cell-words.ts'
import { columnPeriod } from '../sheet/rules/column-period.ts'
import { differenceOf } from '../versions/compare-versions.tsx'
import classes from './check.module.css'
import { type Against, type CheckLine, otherOf } from './rules/check-lines.ts'
import type { Opinion, Opinions } from './rules/decide.ts'

type Props = {
  lines: readonly CheckLine[]
  chosen: number
  against: Against
  period: string
  previousPeriod: string
  version: number
  /** The version sent before; null: this is the first. */
  before: number | null
  /** Null: nothing is to be judged. */
  opinions: Opinions | null
  onChoose(line: number): void
  onPass(name: string): void
  onReturn(name: string): void
  onReason(name: string, reason: string): void
}

/** Each value with what it is compared with, what is to be said of it, and the opinion. */
export function CheckTable(props: Props) {
  const { lines, period, previousPeriod, version, before, opinions, chosen } = props
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and keys must reach what is beside
    <section className={classes.scroll} tabIndex={0} aria-label={t('app.check.values')}>
      <table className={`tbl ${classes.values}`}>
        <thead>
          <tr>
            <th scope="col">{t('app.sheet.indicator')}</th>
            <th scope="col" className={classes.number}>
              {t('app.versions.version', { version })}
            </th>
            {before !== null && (
              <th scope="col" className={classes.number}>
                {t('app.versions.version', { version: before })}
              </th>
            )}
            <th scope="col" className={classes.number}>
              {t('app.versions.difference')}
            </th>
            <th scope="col" className={classes.number}>
              {columnPeriod(previousPeriod)}
            </th>
            <th scope="col" className={classes.number}>
              {t('app.check.target')}
            </th>
            <th scope="col">{t('app.check.judgement')}</th>
            {opinions && (
              <th scope="col" className={classes.opinion}>
                {t('app.check.opinion')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <Fragment key={line.name}>
              <Line {...props} line={line} at={at} isChosen={at === chosen} />
              <Reason {...props} line={line} />
            </Fragment>
          ))}
        </tbody>
      </table>
      <span className="vh">{t('app.check.period', { period })}</span>
    </section>
  )
}

type LineProps = Props & { line: CheckLine; at: number; isChosen: boolean }

function Line({ line, at, isChosen, against, before, opinions, onChoose, onPass, onReturn }: LineProps) {
  const words = useWords()
  const { number, lang } = words
  const { column, value, earlier, previous, target, name } = line
  const label = fullNameOfColumn(column, lang)
  const isChanged = earlier !== undefined && earlier !== value
  return (
    <tr className={isChosen ? 'on' : ''} aria-current={isChosen ? 'true' : undefined}>
      <th scope="row">
        <button type="button" className={classes.choose} onClick={() => onChoose(at)}>
          {label}
        </button>{' '}
        <small>{column.unitOfMeasure}</small>
      </th>
      <td className={classes.number}>
        <b>{number(value)}</b>
      </td>
      {before !== null && (
        <td className={`${classes.number} ${classes.faint}`}>
          {isChanged ? <s>{number(earlier ?? null)}</s> : number(earlier ?? null)}
        </td>
      )}
      <td className={classes.number}>{differenceOf(words, otherOf(line, against), value)}</td>
      <td className={`${classes.number} ${classes.faint}`}>{number(previous)}</td>
      <td className={`${classes.number} ${classes.faint}`}>{target === null ? '–' : number(target)}</td>
      <td>
        <Judgement line={line} />
      </td>
      {opinions && (
        <OpinionButtons
          opinion={opinions[name]}
          label={label}
          onPass={() => onPass(name)}
          onReturn={() => onReturn(name)}
        />
      )}
    </tr>
  )
}

function Judgement({ line: { doubt, value, comment } }: { line: CheckLine }) {
  const words = useWords()
  const { t } = words
  if (value === null) return <StateMark state="missing" />
  if (!doubt) return <StateMark state="approved" word={t('app.check.usual')} />
  return (
    <>
      <StateMark state="look" word={tellDoubt(words, doubt, value)} />
      {comment && <span className={classes.said}>“{comment}”</span>}
    </>
  )
}

type OpinionProps = { opinion: Opinion | undefined; label: string; onPass(): void; onReturn(): void }

function OpinionButtons({ opinion, label, onPass, onReturn }: OpinionProps) {
  const { t } = useWords()
  return (
    <td className={classes.opinion}>
      <ActionIcon
        variant={opinion?.kind === 'pass' ? 'light' : 'subtle'}
        color={opinion?.kind === 'pass' ? 'river' : 'mist.8'}
        aria-label={t('app.check.pass', { name: label })}
        aria-pressed={opinion?.kind === 'pass'}
        onClick={onPass}
      >
        <IconCheck size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant={opinion?.kind === 'return' ? 'filled' : 'subtle'}
        color={opinion?.kind === 'return' ? 'brick' : 'mist.8'}
        aria-label={t('app.check.giveBack', { name: label })}
        aria-pressed={opinion?.kind === 'return'}
        onClick={onReturn}
      >
        <IconArrowBackUp size={16} stroke={1.75} aria-hidden />
      </ActionIcon>
    </td>
  )
}

/** Opens with the focus in it, since a return needs its reason. */
function Reason({ line, opinions, before, onReason }: Props & { line: CheckLine }) {
  const { t, lang } = useWords()
  const opinion = opinions?.[line.name]
  const field = useRef<HTMLTextAreaElement>(null)
  const isOpen = opinion?.kind === 'return'
  useEffect(() => {
    if (isOpen) field.current?.focus()
  }, [isOpen])
  if (!isOpen) return null
  return (
    <tr className="on">
      <td colSpan={before === null ? 7 : 8}>
        <Textarea
          ref={field}
          py="xs"
          label={t('app.check.reasonOf', { name: fullNameOfColumn(line.column, lang) })}
          autosize
          minRows={1}
          maxLength={2_000}
          value={opinion.reason}
          onChange={(event) => onReason(line.name, event.currentTarget.value)}
        />
      </td>
    </tr>
  )
}
