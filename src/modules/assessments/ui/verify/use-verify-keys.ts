import { useEffect, useRef } from 'react'
import { lettersWork } from '#web/kit/letters.ts'

export type VerifyKeys = { onStep(by: 1 | -1): void; onPass(): void; onCut(): void }

const FIELDS = 'input:not([type=checkbox]), textarea, select, [role=menu], [role=dialog], [role=listbox]'
const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest(FIELDS) !== null

/** `J K` next and previous, `A` pass, `R` cut: the focus goes to the reason. Outside of fields alone. */
export function useVerifyKeys(keys: VerifyKeys): void {
  const now = useRef(keys)
  now.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey } = event
      if (isField(event.target) || ctrlKey || metaKey || altKey || !lettersWork()) return
      const { onStep, onPass, onCut } = now.current
      const act = { j: () => onStep(1), k: () => onStep(-1), a: onPass, r: onCut }[key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
