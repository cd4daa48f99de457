import { useState } from 'react'
import { useWrite } from '#web/sync/use-write.ts'
import { type GradeSheet, type ScoreSide, saveGradeScores } from '../../../api/grading-sheet.ts'
import { REFRESHED } from '../refreshed.ts'
import { changedValues, keptValues, type Typed } from './rules/scoring.ts'

/** Scores of one part by one side, as they are typed until they are saved. */
export function useScores(sheet: GradeSheet, etag: string | undefined, side: ScoreSide, part: string) {
  const kept = keptValues(sheet[side], part)
  const [typed, setTyped] = useState<Typed>({})
  const { run, isBusy, problem } = useWrite(saveGradeScores, {
    refreshes: REFRESHED,
    onDone: () => setTyped({}),
  })
  const values = { ...kept, ...typed }
  return {
    values,
    isChanged: Object.keys(typed).some((code) => (typed[code] ?? '') !== (kept[code] ?? '')),
    type: (criterion: string, value: string) => setTyped((old) => ({ ...old, [criterion]: value })),
    reset: () => setTyped({}),
    save: () =>
      run(
        { grading: sheet.grading.id, subject: sheet.id, side, part, values: changedValues(values) },
        { ifMatch: etag },
      ),
    isBusy,
    problem,
  }
}
