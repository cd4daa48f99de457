import { useWords } from '#web/kit/words.tsx'
import type { Meter } from '../../../api/grade-shapes.ts'
import { nextDown } from '../../../rules/grade-quota.ts'
import type { Quota } from '../../../rules/grade-rules.ts'
import classes from './meter.module.css'
import { MOST_CELLS, meterCells } from './rules/meter-cells.ts'

const READINGS = ['good', 'goodOrBetter'] as const

/** One quota in one group: how far proposals and decisions fill it, in both readings of its percentage. */
export function QuotaMeter({ meter, rounding }: { meter: Meter; rounding: Quota['rounding'] }) {
  const { t, number } = useWords()
  const { group, unit, level, percent, base, ofProposed, ofDecided, readings, exception } = meter
  const all = Object.values(meter.proposed).reduce((sum, one) => sum + one, 0)
  const inRule = {
    percent: number(exception?.percent ?? percent),
    level: t(`app.grade.${level}`).toLocaleLowerCase(),
    next: t(`app.grade.${nextDown(level)}`).toLocaleLowerCase(),
  }
  const name = [unit?.name, group].filter(Boolean).join(' · ') || t('app.quota.everybody')
  return (
    <section
      className={classes.meter}
      aria-label={t('app.quota.of', { level: t(`app.grade.${level}`), group: name })}
    >
      <h3>
        {name} <small>{t('app.quota.members', { count: number(all) })}</small>
      </h3>
      <dl className={classes.readings}>
        {READINGS.map((reading) => (
          <Reading
            key={reading}
            reading={reading}
            isRuling={reading === base}
            used={ofProposed.used}
            allowed={readings[reading]}
            next={inRule.next}
          />
        ))}
      </dl>
      <p role="status" className={ofProposed.isOver ? classes.over : classes.told}>
        <b>
          {t('app.quota.proposed', {
            used: number(ofProposed.used),
            allowed: number(ofProposed.allowed),
          })}
        </b>{' '}
        {t(`app.quota.rule.${base}`, inRule)}, {t(`app.quota.rounding.${rounding}`)}.{' '}
        {ofProposed.isOver && t('app.quota.blocked')}
      </p>
      {ofDecided.used > 0 && (
        <p className={ofDecided.isOver ? classes.over : classes.told}>
          {t('app.quota.decided', { used: number(ofDecided.used), allowed: number(ofDecided.allowed) })}
        </p>
      )}
      {exception && <Raised exception={exception} />}
    </section>
  )
}

function Raised({ exception }: { exception: NonNullable<Meter['exception']> }) {
  const { t, number, day } = useWords()
  const { percent, approver, number: paper, on } = exception
  return (
    <p className={classes.told}>
      {t('app.quota.raised', { percent: number(percent), approver, paper, day: day(on) })}
    </p>
  )
}

type Asked = {
  reading: (typeof READINGS)[number]
  isRuling: boolean
  used: number
  allowed: number
  next: string
}

/** The places of one reading, one by one while they can be counted by eye; the reading that rules is in front. */
function Reading({ reading, isRuling, used, allowed, next }: Asked) {
  const { t, number } = useWords()
  const cells = meterCells(used, allowed)
  const told = t('app.quota.places', { used: number(used), allowed: number(allowed) })
  return (
    <div data-ruling={isRuling}>
      <dt>
        {t(`app.quota.reading.${reading}`, { next })}
        {isRuling && <em>{t('app.quota.ruling')}</em>}
      </dt>
      <dd>
        <span className={classes.cells} role="img" aria-label={told}>
          {cells.length > MOST_CELLS ? (
            <LongBar used={used} allowed={allowed} />
          ) : (
            cells.map((cell, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: places are alike and never move
              <i key={n} data-cell={cell}>
                {cell === 'used' ? n + 1 : cell === 'over' ? `+${n + 1 - allowed}` : ''}
              </i>
            ))
          )}
          {cells.length === 0 && <i data-cell="free" />}
        </span>
        <span className={classes.most}>{told}</span>
      </dd>
    </div>
  )
}

/** Many places, in their share of the width. */
function LongBar({ used, allowed }: { used: number; allowed: number }) {
  const all = Math.max(used, allowed)
  const part = (count: number) => ({ flex: `${count / all} 0 0` })
  return (
    <>
      {Math.min(used, allowed) > 0 && <i data-cell="used" style={part(Math.min(used, allowed))} />}
      {used > allowed && <i data-cell="over" style={part(used - allowed)} />}
      {used < allowed && <i data-cell="free" style={part(allowed - used)} />}
    </>
  )
}
