const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/coc_coc_browser/, 'Cốc Cốc'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const SYSTEMS = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const

/** What a browser calls itself, as people know it: `Chrome, Android`. '' when it says nothing that is known. */
export function tellAgent(agent: string): string {
  const known = (list: readonly (readonly [RegExp, string])[]) =>
    list.find(([shape]) => shape.test(agent))?.[1]
  return [known(BROWSERS), known(SYSTEMS)].filter(Boolean).join(', ')
}
