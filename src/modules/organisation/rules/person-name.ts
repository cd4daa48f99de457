/** A name for those who may not read it: `Lò Thị Hạnh` is `L. T. H.` */
export const maskName = (name: string): string =>
  name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${[...word][0]!.toLocaleUpperCase('vi')}.`)
    .join(' ')
