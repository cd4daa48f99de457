export type { Held, HeldBy } from './list/scope.ts'
