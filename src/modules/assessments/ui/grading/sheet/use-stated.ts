import { useWrite } from '#web/sync/use-write.ts'
import { type GradeSheet, type ScoreSide, saveGradeScores } from '../../../api/grading-sheet.ts'
import { REFRESHED } from '../refreshed.ts'

/** Conditions and gates of the year as the reader's side states them; saved as soon as they are ticked. */
export function useStated(sheet: GradeSheet, etag: string | undefined) {
  const side: ScoreSide | null = sheet.may.includes('scoreProposal')
    ? 'proposal'
    : sheet.may.includes('scoreSelf')
      ? 'self'
      : null
  const { run, isBusy, problem } = useWrite(saveGradeScores, { refreshes: REFRESHED })
  const said = sheet[side ?? 'proposal']
  const key = { grading: sheet.grading.id, subject: sheet.id, part: '', values: {} }
  return {
    side,
    conditions: said?.conditions ?? {},
    gates: said?.gates ?? [],
    isBusy,
    problem,
    condition: (code: string, holds: boolean | null) => {
      if (side === null) return
      const { [code]: _, ...rest } = said?.conditions ?? {}
      run({ ...key, side, conditions: holds === null ? rest : { ...rest, [code]: holds } }, { ifMatch: etag })
    },
    gate: (code: string, holds: boolean) => {
      if (side === null) return
      const rest = (said?.gates ?? []).filter((one) => one !== code)
      run({ ...key, side, gates: holds ? [...rest, code] : rest }, { ifMatch: etag })
    },
  }
}
