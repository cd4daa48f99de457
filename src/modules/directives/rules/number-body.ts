// Who issues, as numbers abbreviate it: HU, TW, UBND, TTg, QH15, MTTQ-BTT.

/** Words that are not written in capitals throughout, or that lose the stroke of their Đ when typed in haste. */
const KNOWN = new Map(
  [
    ...['TTg', 'UBND', 'HĐND', 'HĐBT', 'HĐNN', 'CP', 'CTN', 'QH', 'TW', 'TU', 'HU', 'ThU', 'QU', 'ĐU', 'ĐUK'],
    ...['UBTVQH', 'MTTQ', 'MTTW', 'LĐLĐ', 'TLĐ', 'ĐTN', 'HND', 'HPN', 'CCB', 'BCĐ', 'BTGDV', 'VPTU', 'VPCP'],
  ].flatMap((word): [string, string][] => [
    [word.toUpperCase().replaceAll('Đ', 'D'), word],
    [word.toUpperCase(), word],
  ]),
)
const TOKEN = /^[\p{L}\d]+(?:[.&][\p{L}\d]+)*$/u

/** `tw` → `TW`, `ubnd-nv` → `UBND-NV`, `ttg` → `TTg`; undefined when it is not words of letters joined by hyphens. */
export function readBody(text: string): string | undefined {
  const tokens = text.split('-')
  if (!tokens.every((token) => TOKEN.test(token)) || !/^\p{L}/u.test(text)) return undefined
  return tokens.map(readToken).join('-')
}

function readToken(token: string): string {
  const known = KNOWN.get(token.toUpperCase())
  if (known) return known
  // A department may be written in mixed letters (GDTrH); one small or one leading capital is haste
  const isHaste = /^.?\P{Lu}*$/u.test(token)
  return isHaste ? token.toUpperCase() : token
}

const ASSEMBLY = /^(UBTV)?QH\d{0,2}$/
const FRONT =
  /^(TW|T|H|X|P|UB|BCH|BTV)?(MTTQ(VN)?|UBMTTQ(VN)?|MTTW|LĐLĐ|TLĐ|CĐCS|HNDT?|H?LHPN|HPN|ĐTN|H?CCB|HCTĐ)/
const STATE = /^(UBND|HĐND|CP|TTg|CTN)$/

/** What sort of body it is, by its first word: of the National Assembly, the Front, or a State body that signs by types. */
export function bodyKindOf(body: string): 'assembly' | 'front' | 'state' | null {
  const first = body.split('-')[0]!
  if (ASSEMBLY.test(first)) return 'assembly'
  if (FRONT.test(first)) return 'front'
  return STATE.test(first) ? 'state' : null
}
