// A formula in the reader's words: "nhãn + xoài + mận" instead of `{longan_area} + {mango_area} + orZero({plum_area})`.

/**
 * Splits a formula into the codes it names and the signs between them. `orZero(…)` around a single code is left out:
 * a reader does not miss it, because a missing part shows as "–".
 *
 * @returns `pieces`: text, or the place of a code in `codes`.
 */
export function formulaPieces(formula: string): { pieces: (string | number)[]; codes: string[] } {
  const codes: string[] = []
  const plain = formula.replace(/orZero\(\s*(\{[^}]+\})\s*\)/g, '$1')
  const pieces = plain
    .split(/(\{[^}]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      if (!piece.startsWith('{')) return piece.replaceAll('*', '×').replaceAll('/', '÷').replaceAll('-', '−')
      const code = piece.slice(1, -1)
      if (!codes.includes(code)) codes.push(code)
      return codes.indexOf(code)
    })
  return { pieces, codes }
}
