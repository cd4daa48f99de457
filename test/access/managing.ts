import type { Row } from './people.ts'

const TARGET = { indicator: 'i', unit: 'A', period: '2021', value: '1' }

const RENAME = {
  date: '2022-01-01',
  basis: 'x',
  changes: [{ kind: 'rename', predecessors: ['A'], successors: [{ code: 'A', name: 'Xã Mới' }] }],
}

const INDICATOR = {
  code: 'n',
  name: 'n',
  nameEn: null,
  unitOfMeasure: 'ha',
  acrossUnits: 'sum',
  weight: null,
  acrossTime: 'sum',
  formula: null,
  minimum: null,
  breakdown: null,
}
const FORM = { form: 'f', name: 'f', nameEn: null, frequency: 'year', field: null, indicators: ['n'] }
const PROGRAMME = {
  slug: 'p',
  name: 'p',
  nameEn: 'p',
  summary: '',
  summaryEn: '',
  unit: 'A',
  startsOn: '2021-01-01',
  endsOn: '2021-12-31',
  breakthrough: false,
  position: 0,
  figures: [],
}

export const managingAccess: Row[] = [
  ['GET /api/v1/targets', '/api/v1/targets?unit={unit}&period=2021', 'anyone'],
  ['GET /api/v1/targets/cascade', '/api/v1/targets/cascade?indicator=i&period=2021&unit={unit}', 'signed-in'],
  [
    'GET /api/v1/targets/revisions',
    '/api/v1/targets/revisions?indicator=i&period=2021&unit={unit}',
    'signed-in',
  ],
  ['GET /api/v1/indicators', '/api/v1/indicators', 'anyone'],
  ['GET /api/v1/forms/:form', '/api/v1/forms/f', 'anyone'],
  ['GET /api/v1/formula-trial', '/api/v1/formula-trial?formula=1&unit=A&period=2021', 'anyone'],
  ['GET /api/v1/programmes', '/api/v1/programmes', 'anyone'],
  ['POST /api/v1/programmes', '/api/v1/programmes', 'office', PROGRAMME],
  // Who may not everywhere does not learn which programmes there are.
  ['PUT /api/v1/programmes/:slug', '/api/v1/programmes/p', '', PROGRAMME],
  // Only who holds these everywhere: nobody does at one district.
  ['POST /api/v1/indicators', '/api/v1/indicators', '', INDICATOR],
  ['PUT /api/v1/indicators/:code', '/api/v1/indicators/n', '', INDICATOR],
  ['POST /api/v1/forms', '/api/v1/forms', '', FORM],
  ['PUT /api/v1/forms/:form', '/api/v1/forms/f', '', FORM],
  ['POST /api/v1/unit-changes', '/api/v1/unit-changes?dryRun=true', '', RENAME],
  ['PUT /api/v1/targets', '/api/v1/targets', 'office', { targets: [TARGET] }],
]
