// What typing does to a number: composed and decomposed letters, long dashes, spaces, the words before it.

/** `Số:`, `Số, ký hiệu:`, `So`; with whatever stands between it and the first digit. */
const LEAD = /^s[ốoôỗộ](?:\s*(?:,|và)?\s*k[ýíyi]\s*hi[ệe]u)?\s*[:.]?\s*(?=[\d-])/iu

/**
 * One spelling for all ways of typing: NFC, `Ð` (eth) as `Đ`, every dash as `-`, every slash as `/`, no spaces around
 * them, no invisible signs, no `Số:` before and no full stop behind. Letters keep their case.
 */
export const typographyOf = (written: string): string =>
  written
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
    .replace(/[‐-―−﹘﹣]/g, '-')
    .replace(/[⁄∕]/g, '/')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(LEAD, '')
    .replace(/ ?([-/]) ?/g, '$1')
    .replace(/[.,;]$/, '')
    .trim()
