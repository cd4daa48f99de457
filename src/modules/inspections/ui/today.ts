import { type Day, dayOf } from '#kernel/day.ts'

/** The day it is in Vietnam. */
export const todayHere = (): Day => dayOf(new Date())
