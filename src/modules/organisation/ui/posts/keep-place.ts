/** From page to page the unit and the period stay, and nothing else. */
export const keepPlace = ({ unit, period }: { unit?: string; period?: string }) => ({
  ...(unit && { unit }),
  ...(period && { period }),
})

/** Properties of a link, or of a button that is one. */
export const linkTo = (to: string, params: Record<string, string> = {}) =>
  ({ to, params, search: keepPlace }) as { to: never; params: never; search: never }
