import type { ComponentType } from 'react'

/** Where a page stands in the rail, and who sees it there. */
export type NavEntry = {
  group: 'mine' | 'steer' | 'judge' | 'follow' | 'manage'
  /** Place within the group, small first. */
  order: number
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  /** Shown only to whoever holds this permission, or one of these, anywhere. */
  may?: string | readonly string[]
  /** The letter after `G` that leads here. */
  key?: string
}

/** One screen. It is loaded when it is first opened. */
export type Page = {
  /** TanStack Router notation, under /app: `/reports/$form`. */
  path: `/${string}`
  /** Key of its name, also in the rail. */
  title: string
  load: () => Promise<ComponentType>
  nav?: NavEntry
}
