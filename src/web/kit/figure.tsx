import type { ReactNode } from 'react'

/** A figure that opens what it is made of. */
export function Figure({ children, label, onOpen }: { children: ReactNode; label: string; onOpen(): void }) {
  return (
    <button type="button" className="fig" aria-label={label} onClick={onOpen}>
      {children}
    </button>
  )
}
