import { getDuty, listDirectiveDuties, listDuties } from '../../api/duties.ts'
import { getCascade, getDirective, listDirectives } from '../../api/register.ts'

/** What is read again after something was done with a duty. */
export const REFRESHED = [getDuty, listDuties, listDirectiveDuties, getDirective, listDirectives, getCascade]
