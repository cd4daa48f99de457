import { useState } from 'react'
import { Panes } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import {
  type CascadeAnswer,
  getCascade,
  listRevisions,
  listTargets,
  setTargets,
} from '../../../api/targets.ts'
import { CascadeSide } from './cascade-side.tsx'
import { CascadeTable } from './cascade-table.tsx'
import { SaveBar } from './save-bar.tsx'
import { ScaleTools } from './scale-tools.tsx'
import { changesOf, judgeDraft, type Typed } from './target-draft.ts'

/** The whole, its parts, and what remains as one types; saved all at once, with one reason for what is revised. */
export function CascadeEditor({ answer }: { answer: CascadeAnswer }) {
  const { lang } = useWords()
  const [typed, setTyped] = useState<Typed>(new Map())
  const [looked, setLooked] = useState<string>(answer.whole.unit.code)
  const asked = { indicator: answer.indicator.code, period: answer.period }
  const judged = judgeDraft(answer, typed, lang)
  const changes = changesOf(answer, typed, lang, asked)
  const writing = useWrite(setTargets, {
    refreshes: [getCascade, listTargets, listRevisions],
    onDone: () => setTyped(new Map()),
  })
  const maySet = [answer.whole, ...answer.parts].some((row) => row.maySet)
  return (
    <Panes side={<CascadeSide answer={answer} looked={looked} />}>
      {maySet && answer.indicator.additive && answer.parts.length > 0 && (
        <ScaleTools
          answer={answer}
          typed={typed}
          onScale={(parts) => setTyped(new Map([...typed, ...parts]))}
        />
      )}
      <CascadeTable
        answer={answer}
        typed={typed}
        judged={judged}
        onType={(code, text) => setTyped(new Map([...typed, [code, text]]))}
        onLook={setLooked}
      />
      {maySet && (
        <SaveBar
          judged={judged}
          changes={changes}
          problem={writing.problem}
          isBusy={writing.isBusy}
          onSave={(reason) => writing.run({ targets: changes.targets, ...(reason && { reason }) })}
          onReset={() => setTyped(new Map())}
        />
      )}
    </Panes>
  )
}
