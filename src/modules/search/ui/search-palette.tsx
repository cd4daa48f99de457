export function SearchPalette(_: { opened: boolean; onClose(): void }) {
  return null
}
