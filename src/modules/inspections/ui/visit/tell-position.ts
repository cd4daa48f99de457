type Point = { lat: number; lon: number }

/** `21,05123° B, 103,70210° Đ` is what a map finds: five places are about a metre. */
export const tellPosition = (
  { lat, lon }: Point,
  number: (value: number, places?: number) => string,
): string => `${number(lat, 5)}°, ${number(lon, 5)}°`
