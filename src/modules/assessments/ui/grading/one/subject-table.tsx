import { Button } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { lettersWork } from '#web/kit/letters.ts'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSubject, Grading } from '../../../api/gradings.ts'
import { commonWarnings, keyOf } from './rules/common-warnings.ts'
import { GRADE_KEYS, isOpen, stepFrom } from './rules/drafts.ts'
import { type Group, groupsOf } from './rules/grouped.ts'
import { SubjectRow } from './subject-row.tsx'
import classes from './subjects.module.css'
import type { Proposing } from './use-proposing.ts'

/** So many rows of a group are drawn at once; more when asked for. */
const SHOWN = 100

type Props = { grading: Grading; subjects: GradeSubject[]; proposing: Proposing }

/**
 * Everybody by the groups of the quota. `↑ ↓` go from one to the next, `1` to `4` and `0` choose a level and go on,
 * `Backspace` takes back what is not written.
 */
export function SubjectTable({ grading, subjects, proposing }: Props) {
  const { t } = useWords()
  const table = useRef<HTMLTableElement>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [opened, setOpened] = useState<Readonly<Record<string, number>>>({})
  const groups = groupsOf(grading.ruleset, subjects)
  const shown = groups.map((group) => ({
    ...group,
    shown: group.subjects.slice(0, opened[group.key] ?? SHOWN),
  }))
  const ids = shown.flatMap((group) => group.shown.map(({ id }) => id))
  const current = chosen !== null && ids.includes(chosen) ? chosen : (ids[0] ?? null)
  const mayPropose = grading.may.includes('propose') && subjects.some(isOpen)
  const hasPoints = subjects.some(({ points, suggested }) => points !== null || suggested !== null)
  const told = new Set(commonWarnings(subjects).map(({ warning }) => keyOf(warning)))
  const columns = hasPoints ? 6 : 4

  const go = (step: number) => {
    const next = stepFrom(ids, current, step)
    setChosen(next)
    const row = table.current?.querySelector<HTMLElement>(`[data-subject="${next}"]`)
    row?.querySelector<HTMLElement>('[data-stop]')?.focus()
    row?.scrollIntoView({ block: 'nearest' })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const grade = lettersWork() ? GRADE_KEYS[event.key] : undefined
    const subject = subjects.find(({ id }) => id === current)
    if (step === undefined && !(mayPropose && subject && (grade || event.key === 'Backspace'))) return
    event.preventDefault()
    if (step !== undefined) return go(step)
    if (!grade) return proposing.drop(subject!.id)
    const isMeant = grade !== 'exempt' || grading.ruleset.exemptions.length > 0
    if (!isOpen(subject!) || !isMeant) return
    proposing.choose(subject!, grade)
    if (grade !== 'exempt') go(1)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows inside listen through it
    <div className={classes.scroll} onKeyDown={onKey}>
      {mayPropose && <p className={classes.keys}>{t('app.gradings.keys')}</p>}
      <table ref={table} className={`tbl ${classes.subjects}`} aria-label={t('app.gradings.subjects')}>
        <Heads hasPoints={hasPoints} />
        {shown.map((group) => (
          <tbody key={group.key}>
            <GroupHead group={group} columns={columns} isOnly={groups.length === 1} />
            {group.shown.map((subject) => (
              <SubjectRow
                key={subject.id}
                grading={grading}
                subject={subject}
                proposing={proposing}
                mayPropose={mayPropose}
                hasPoints={hasPoints}
                told={told}
                isCurrent={subject.id === current}
                onChoose={() => setChosen(subject.id)}
              />
            ))}
            {group.subjects.length > group.shown.length && (
              <tr>
                <td colSpan={columns}>
                  <Button
                    variant="subtle"
                    onClick={() =>
                      setOpened((old) => ({ ...old, [group.key]: group.shown.length + 5 * SHOWN }))
                    }
                  >
                    {t('app.gradings.moreOf', {
                      shown: String(group.shown.length),
                      all: String(group.subjects.length),
                    })}
                  </Button>
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** In a field keys write; a button of a level takes them. */
const isTyping = (target: EventTarget) =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role=listbox]') !== null

function Heads({ hasPoints }: { hasPoints: boolean }) {
  const { t } = useWords()
  return (
    <thead>
      <tr>
        <th scope="col">{t('app.gradings.subject')}</th>
        <th scope="col">{t('app.gradings.self')}</th>
        {hasPoints && (
          <>
            <th scope="col" className={classes.number}>
              {t('app.gradings.points')}
            </th>
            <th scope="col">{t('app.gradings.byPoints')}</th>
          </>
        )}
        <th scope="col">{t('app.gradings.proposed')}</th>
        <th scope="col">{t('app.gradings.decided')}</th>
      </tr>
    </thead>
  )
}

function GroupHead({ group, columns, isOnly }: { group: Group; columns: number; isOnly: boolean }) {
  const { t, number } = useWords()
  const name = [group.unit, group.group].filter(Boolean).join(' · ')
  if (isOnly && name === '') return null
  return (
    <tr className={classes.group}>
      <th scope="rowgroup" colSpan={columns}>
        {name || t('app.gradings.noGroup')} <small>{number(group.subjects.length)}</small>
      </th>
    </tr>
  )
}
