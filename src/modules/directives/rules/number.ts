// Numbers of official documents as each side writes them (`domain.md` §6.5): 12-BC/HU, 12/BC-UBND, 335/2025/NĐ-CP,
// 91/2025/QH15, 12/UBND-NV. The type is never guessed: QĐ stands for two.

import { bodyKindOf, readBody } from './number-body.ts'
import { typographyOf } from './number-text.ts'
import { type DirectiveType, readAbbreviation, type Series, typesOf } from './types.ts'

/** What the form of the number says. `front`: of the Fatherland Front or a member organisation, in whichever form. */
export type NumberSide = 'party' | 'state' | 'law' | 'letter' | 'front'

/**
 * `blank`: nothing there. `serial`: does not begin with a number of at most six digits. `zero`: counting begins at 1.
 * `year`: between the slashes stands no year from 1945 to 2100. `type`: no such type in this form. `body`: who issues is
 * missing or not a word of letters and digits. `form`: the signs between the parts are not those of any side.
 */
export type NumberFault = 'blank' | 'serial' | 'zero' | 'year' | 'type' | 'body' | 'form'

export type DirectiveNumber = {
  ok: true
  side: NumberSide
  /** Without leading zeros. */
  number: number
  /** Where the number itself names it; else null. */
  year: number | null
  /** All that it may be, in Vietnamese; the catalogue's codes stand in `typeCodes`. */
  types: string[]
  typeCodes: string[]
  /** Who issues, abbreviated; of a letter with the department: `UBND-NV`. */
  body: string
  /** Two digits at least, ASCII hyphens, no spaces, canonical case: the same document has one. */
  normalised: string
}
export type ReadNumber = DirectiveNumber | { ok: false; reason: NumberFault }

const refused = (reason: NumberFault): ReadNumber => ({ ok: false, reason })

type Serial = { number: number; text: string }

/**
 * Reads a number as people type it: a leading `Số:`, spaces around the signs, long dashes, NFD, Ð and D for Đ and lower
 * case are all taken. What is no number of a document is refused with the first thing that is wrong.
 */
export function readNumber(written: string): ReadNumber {
  const text = typographyOf(written)
  if (text === '') return refused('blank')
  const digits = /^\d{1,6}(?!\d)/.exec(text)?.[0]
  if (!digits) return refused('serial')
  const number = Number(digits)
  if (number === 0) return refused('zero')
  const serial = { number, text: String(number).padStart(2, '0') }
  const rest = text.slice(digits.length)
  if (rest.startsWith('-')) return readParty(serial, rest.slice(1))
  if (!rest.startsWith('/')) return refused('form')
  const year = /^(\d+)(?:\/(.*))?$/.exec(rest.slice(1))
  if (!year) return readSlashed(serial, null, rest.slice(1))
  const named = Number(year[1])
  if (year[1]!.length !== 4 || named < 1945 || named > 2100) return refused('year')
  return year[2] === undefined ? refused('body') : readSlashed(serial, named, year[2])
}

/** `n-TYPE/BODY`, and the laws of before 1992: `41-LCT/HĐNN8`. */
function readParty(serial: Serial, rest: string): ReadNumber {
  const parts = rest.split('/')
  if (parts.length !== 2) return refused(parts.length === 1 && rest !== '' ? 'body' : 'form')
  const [typed, whose] = parts as [string, string]
  if (typed === '') return refused('type')
  const body = readBody(whose)
  const oldLaw = typed.toUpperCase() === 'LCT' ? 'LCT' : undefined
  const abbreviation = oldLaw ?? readAbbreviation(typed, 'party')
  if (!abbreviation) return refused('type')
  if (!body) return refused('body')
  const side = bodyKindOf(body) === 'front' ? 'front' : oldLaw ? 'law' : 'party'
  const types = typesOf(abbreviation, oldLaw ? 'law' : 'party')
  return told(side, serial, null, types, body, `${serial.text}-${abbreviation}/${body}`)
}

/** After the slash, and after the year where there is one: `TYPE-BODY`, `QH15`, or a letter's body. */
function readSlashed(serial: Serial, year: number | null, rest: string): ReadNumber {
  if (rest === '') return refused('body')
  if (rest.startsWith('-')) return refused('type')
  if (rest.includes('/')) return refused('form')
  const front = `${serial.text}/${year === null ? '' : `${year}/`}`
  const whole = readBody(rest)
  if (!whole) return refused('body')
  const assembly = bodyKindOf(whole) === 'assembly'
  if (assembly && year !== null)
    return told('law', serial, year, typesOfAssembly(whole), whole, front + whole)
  const at = rest.indexOf('-')
  const typed = at < 0 ? undefined : typeIn(rest.slice(0, at), year)
  if (!typed) return year === null ? readLetter(serial, rest, whole) : refused(at < 0 ? 'body' : 'type')
  const body = readBody(rest.slice(at + 1))!
  const kind = bodyKindOf(body)
  const isLaw = year !== null || typed.series === 'law' || kind === 'assembly'
  const side = isLaw ? 'law' : kind === 'front' ? 'front' : 'state'
  const types = typesOf(typed.abbreviation, typed.series)
  return told(side, serial, year, types, body, `${front}${typed.abbreviation}-${body}`)
}

function typeIn(
  text: string,
  year: number | null,
): { abbreviation: string; series: Exclude<Series, 'party'> } | undefined {
  for (const series of year === null ? (['state', 'law'] as const) : (['law', 'state'] as const)) {
    const abbreviation = readAbbreviation(text, series)
    if (abbreviation) return { abbreviation, series }
  }
  return undefined
}

/** `QH15` issues laws and resolutions under one form, its standing committee ordinances and resolutions. */
const typesOfAssembly = (body: string): DirectiveType[] =>
  (body.startsWith('UBTV') ? ['PL', 'NQ'] : ['LCT', 'NQ']).flatMap((abbreviation) => [
    ...typesOf(abbreviation, 'law'),
  ])

/** An official letter has no type in its number: `12/UBND-NV`. */
function readLetter(serial: Serial, rest: string, body: string): ReadNumber {
  // Who issues stands last only behind a type: `12/XX-UBND` is a type that nobody knows
  const tokens = body.split('-')
  const begins = bodyKindOf(tokens[0]!)
  if (tokens.length > 1 && begins === null && bodyKindOf(tokens.at(-1)!) === 'state') return refused('type')
  // A type alone says nobody: `12/BC`
  if (tokens.length === 1 && typeIn(rest, null)) return refused('body')
  const side = bodyKindOf(body) === 'front' ? 'front' : 'letter'
  return told(side, serial, null, typesOf('CV', 'state'), body, `${serial.text}/${body}`)
}

const told = (
  side: NumberSide,
  { number }: Serial,
  year: number | null,
  types: readonly DirectiveType[],
  body: string,
  normalised: string,
): DirectiveNumber => ({
  ok: true,
  side,
  number,
  year,
  types: types.map(({ vi }) => vi),
  typeCodes: types.map(({ code }) => code),
  body,
  normalised,
})
