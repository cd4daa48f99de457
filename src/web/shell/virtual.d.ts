declare module 'virtual:messages/*' {
  export const texts: Record<
    string,
    string | import('@formatjs/icu-messageformat-parser').MessageFormatElement[]
  >
}
