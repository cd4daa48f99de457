import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { getSheet, type QueueItem, verifyMany } from '../../api/scoring.ts'
import { SCORED } from '../sheet/use-sheet.ts'
import { cellKey, type Queue, refOf } from './queue.ts'
import type { useVerify } from './use-verify.ts'
import classes from './verify.module.css'

type Props = { place: ReturnType<typeof useVerify>; queue: Queue }

/** The cells that wait, criterion by criterion; several can be passed at once. */
export function QueueList({ place, queue }: Props) {
  const { t } = useWords()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const { items, criteria, nextCursor, stage } = queue
  const open = place.cell ?? (items[0] && cellKey(items[0]))
  const chosen = items.filter((item) => ticked.has(cellKey(item)))
  const tick = (keys: readonly string[], isOn: boolean) =>
    setTicked((old) => new Set(isOn ? [...old, ...keys] : [...old].filter((key) => !keys.includes(key))))
  if (items.length === 0) return null
  return (
    <>
      {criteria.map(({ code, name }) => {
        const own = items.filter(({ cell }) => cell.criterion === code)
        const keys = own.map(cellKey)
        const isAll = keys.every((key) => ticked.has(key))
        return own.length === 0 ? null : (
          <section key={code} className={classes.group} aria-label={`${code} ${name}`}>
            <h3>
              <Checkbox
                size="xs"
                aria-label={t('app.verify.tickAll', { criterion: code })}
                checked={isAll}
                indeterminate={!isAll && keys.some((key) => ticked.has(key))}
                onChange={({ currentTarget: { checked } }) => tick(keys, checked)}
              />
              <span>
                {code} {name}
              </span>
            </h3>
            <ul>
              {own.map((item) => (
                <Line
                  key={cellKey(item)}
                  item={item}
                  isOpen={cellKey(item) === open}
                  isTicked={ticked.has(cellKey(item))}
                  onTick={(isOn) => tick([cellKey(item)], isOn)}
                  onOpen={() => place.ask({ cell: cellKey(item) })}
                />
              ))}
            </ul>
          </section>
        )
      })}
      {nextCursor && <p className={classes.more}>{t('app.verify.more')}</p>}
      {chosen.length > 0 && stage && (
        <PassMany round={queue.round.id} stage={stage} items={chosen} onDone={() => setTicked(new Set())} />
      )}
    </>
  )
}

type LineProps = {
  item: QueueItem
  isOpen: boolean
  isTicked: boolean
  onTick(isOn: boolean): void
  onOpen(): void
}

function Line({ item: { unit, cell }, isOpen, isTicked, onTick, onOpen }: LineProps) {
  const { t, number } = useWords()
  const own = cell.scores.find(({ stage }) => stage === 'self')
  const points = own?.isOut ? t('app.score.out') : own?.points != null ? number(own.points, 2) : '–'
  return (
    <li>
      <Checkbox
        size="xs"
        aria-label={t('app.verify.tick', { unit: unit.name })}
        checked={isTicked}
        onChange={({ currentTarget: { checked } }) => onTick(checked)}
      />
      <button type="button" aria-current={isOpen ? 'true' : undefined} onClick={onOpen}>
        <span>{unit.name}</span>
        <b>{points}</b>
      </button>
    </li>
  )
}

type ManyProps = { round: string; stage: NonNullable<Queue['stage']>; items: QueueItem[]; onDone(): void }

/** The same word for several cells; said once more before. */
function PassMany({ round, stage, items, onDone }: ManyProps) {
  const { t } = useWords()
  const [take, setTake] = useState<'self' | 'explained' | 'verified' | null>(null)
  const { run, isBusy, problem } = useWrite(verifyMany, {
    refreshes: [getSheet, ...SCORED],
    onDone: () => {
      setTake(null)
      onDone()
    },
  })
  const takes = stage === 'verified' ? (['self'] as const) : (['explained', 'verified'] as const)
  const count = items.length
  return (
    <div className={classes.many}>
      {takes.map((one) => (
        <Button key={one} variant="default" fullWidth onClick={() => setTake(one)}>
          {t(`app.verify.passMany.${one}`, { count })}
        </Button>
      ))}
      {take && (
        <Confirm
          opened
          title={t(`app.verify.passMany.${take}`, { count })}
          action={t(`app.verify.passMany.${take}`, { count })}
          isBusy={isBusy}
          onConfirm={() => run({ round, take, cells: items.map(refOf) })}
          onClose={() => setTake(null)}
        >
          <ul className={classes.what}>
            {items.map((item) => (
              <li key={cellKey(item)}>
                {item.cell.criterion} · {item.unit.name}
              </li>
            ))}
          </ul>
          {problem && <ErrorNote problem={problem} />}
        </Confirm>
      )}
    </div>
  )
}
