import { useState } from 'react'
import { useWrite } from '#web/sync/use-write.ts'
import { type GradeSubject, type Grading, proposeGrades } from '../../../api/gradings.ts'
import type { Grade } from '../../../rules/grade-rules.ts'
import { REFRESHED } from '../refreshed.ts'
import { choose, type Draft, type Drafts, isOpen, lackOf, proposalsOf } from './rules/drafts.ts'

const NONE: Drafts = {}

/** Levels that are chosen on the screen, many at once, until they are written together. */
export function useProposing(grading: Grading, subjects: readonly GradeSubject[]) {
  const [drafts, setDrafts] = useState<Drafts>(NONE)
  const { run, isBusy, problem } = useWrite(proposeGrades, {
    refreshes: REFRESHED,
    onDone: () => setDrafts(NONE),
  })
  const byId = new Map(subjects.map((subject) => [subject.id, subject]))
  // Somebody else may have decided meanwhile; what is decided is not proposed
  const live = Object.fromEntries(
    Object.entries(drafts).filter(([id]) => byId.has(id) && isOpen(byId.get(id)!)),
  )
  const lacking = Object.entries(live).filter(([id, draft]) => lackOf(byId.get(id)!, draft))
  return {
    drafts: live,
    count: Object.keys(live).length,
    lacking: lacking.length,
    lackOf: (subject: GradeSubject) => {
      const draft = live[subject.id]
      return draft ? lackOf(subject, draft) : null
    },
    choose: (subject: GradeSubject, grade: Grade) =>
      isOpen(subject) && setDrafts((old) => choose(old, subject, grade)),
    change: (id: string, part: Partial<Draft>) =>
      setDrafts((old) => (old[id] ? { ...old, [id]: { ...old[id], ...part } } : old)),
    drop: (id: string) => setDrafts(({ [id]: _, ...rest }) => rest),
    clear: () => setDrafts(NONE),
    write: () => run({ grading: grading.id, proposals: proposalsOf(live) }),
    isBusy,
    problem,
  }
}
export type Proposing = ReturnType<typeof useProposing>
