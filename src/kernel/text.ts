/**
 * Text for comparing and searching: NFC, lower case, no tone marks, `đ` as `d`, single spaces.
 * "Sông  Mã" and "song ma" fold to the same.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}
