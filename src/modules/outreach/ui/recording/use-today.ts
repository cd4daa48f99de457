import { type Day, dayOf } from '#kernel/day.ts'

/** The calendar day in Vietnam, by this device's clock. */
export const useToday = (): Day => dayOf(new Date())
