// An internet system takes no classified document (Law on the Protection of State Secrets, 29/2018/QH14).

const STAMP = /^(?:TUYỆT MẬT|TỐI MẬT|MẬT)$/u
/** In brackets anywhere, or set off at the beginning or the end: `(MẬT)`, `MẬT: …`, `… – TỐI MẬT`. */
const SET_OFF =
  /[([]\s*(TUYỆT MẬT|TỐI MẬT|MẬT)\s*[)\]]|^(TUYỆT MẬT|TỐI MẬT|MẬT)\s*[:.;,–-]|[:.;,–-]\s*(TUYỆT MẬT|TỐI MẬT|MẬT)$/u

/**
 * The mark of secrecy that a document carries; null when it carries none. Whatever stands in the column for it is one:
 * nobody has to guess what `Thường` means. In other texts only the stamp in capitals is, standing by itself: a plan for
 * `MẬT ONG` and one for `BÍ MẬT NHÀ NƯỚC` are none.
 */
export function secrecyMark(classification: string, texts: readonly string[] = []): string | null {
  if (classification.trim() !== '') return classification.trim()
  for (const written of texts) {
    const text = written.normalize('NFC').replace(/\s+/g, ' ').trim()
    if (STAMP.test(text)) return text
    const found = SET_OFF.exec(text)
    const mark = found?.[1] ?? found?.[2] ?? found?.[3]
    if (mark) return mark
  }
  return null
}
