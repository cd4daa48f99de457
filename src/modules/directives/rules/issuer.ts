// Bodies outside every installation, as numbers abbreviate them.

/** Full names, for registers that give none. */
const OUTSIDE = new Map([
  ['TW', 'Trung ương Đảng'],
  ['VPTW', 'Văn phòng Trung ương Đảng'],
  ['BTCTW', 'Ban Tổ chức Trung ương'],
  ['BTGTW', 'Ban Tuyên giáo Trung ương'],
  ['BTGDVTW', 'Ban Tuyên giáo và Dân vận Trung ương'],
  ['UBKTTW', 'Ủy ban Kiểm tra Trung ương'],
  ['QH', 'Quốc hội'],
  ['UBTVQH', 'Ủy ban Thường vụ Quốc hội'],
  ['CTN', 'Chủ tịch nước'],
  ['CP', 'Chính phủ'],
  ['TTg', 'Thủ tướng Chính phủ'],
  ['VPCP', 'Văn phòng Chính phủ'],
  ['BNV', 'Bộ Nội vụ'],
  ['BTC', 'Bộ Tài chính'],
  ['BYT', 'Bộ Y tế'],
  ['BXD', 'Bộ Xây dựng'],
  ['BTP', 'Bộ Tư pháp'],
])

/** `QH15` → `QH`, `UBND-NV` → `UBND`. */
const plain = (body: string) => body.split('-')[0]!.replace(/\d+$/, '')

/** The full name of a body outside; the abbreviation itself where none is known. */
export const outsideName = (body: string): string => OUTSIDE.get(plain(body)) ?? body

/**
 * Whether a register's code for the issuer is no unit's but the abbreviation in the number: nothing at all, the body, its
 * first word, or a body known to be outside.
 */
export function isOutside(code: string, body: string): boolean {
  if (code === '') return true
  const same = (text: string) => text.toUpperCase() === code.toUpperCase()
  return same(body) || same(plain(body)) || same(body.split('-')[0]!) || OUTSIDE.has(code)
}
