import { shortName } from '#modules/organisation/rules/names.ts'

/**
 * Two to four letters for each name, for tiles and narrow columns: the first letters of its words ("Bó Sinh" is BS, the
 * township of Sông Mã TT). Names that would share theirs also get the first letter in which their last words differ
 * ("Chiềng Khoong" CKo, "Chiềng Khương" CKư), and a number when nothing tells them apart.
 */
export function shortCodes(units: readonly { name: string; kind: string }[]): string[] {
  const names = units.map((unit) => shortName(unit).replace(/^TT\. .*/, 'Thị trấn'))
  const initials = names.map(initialsOf)
  const told = names.map((name, i) => {
    const same = names.filter((_, j) => j !== i && initials[j] === initials[i])
    return initials[i]! + letterOf(name, same)
  })
  return told.map((code, i) => {
    const before = told.slice(0, i).filter((other) => other === code).length
    return before === 0 ? code : `${code}${before + 1}`
  })
}

const wordsOf = (name: string) => name.split(/[\s-]+/).filter(Boolean)
const initialsOf = (name: string): string => {
  const words = wordsOf(name)
  if (words.length === 1) return name.slice(0, 2).toUpperCase()
  return words.map((word) => (/^\d/.test(word) ? word : word.slice(0, 1).toUpperCase())).join('')
}

/** The first letter of the last word that none of the others has in that place; empty when none is needed or there is none. */
function letterOf(name: string, same: readonly string[]): string {
  if (same.length === 0) return ''
  const last = wordsOf(name).at(-1)!.normalize('NFC')
  const others = same.map((other) => wordsOf(other).at(-1)!.normalize('NFC'))
  const at = [...last].findIndex((letter, i) => i > 0 && others.every((other) => other[i] !== letter))
  return at < 0 ? '' : last[at]!.toLowerCase()
}
