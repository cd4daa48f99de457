import { readFile, stat } from 'node:fs/promises'
import { FileFault } from './file-fault.ts'

/** A place with its attributes. `id` is '' when it has none; `geometry` is the JSON text of a GeoJSON geometry. */
export type Feature = { id: string; properties: Readonly<Record<string, unknown>>; geometry: string }

/** Read as a whole: the borders of 3,321 communes, simplified for a screen, are about 20 MB. */
const MAX_BYTES = 64 * 1024 * 1024

/**
 * The features of a GeoJSON FeatureCollection (RFC 7946).
 *
 * @throws FileFault when the file is not one. `row` counts features from 1.
 */
export async function readGeoJson(path: string): Promise<Feature[]> {
  const json = parseJson(await readJsonText(path))
  if (!isObject(json) || json.type !== 'FeatureCollection' || !Array.isArray(json.features))
    throw new FileFault('file.notGeojson')

  return json.features.map((feature: unknown, index) => {
    if (!isObject(feature) || feature.type !== 'Feature') throw new FileFault('file.notFeature', index + 1)
    return {
      id: feature.id === undefined || feature.id === null ? '' : String(feature.id),
      properties: isObject(feature.properties) ? feature.properties : {},
      geometry: isObject(feature.geometry) ? JSON.stringify(feature.geometry) : '',
    }
  })
}

/** A JSON document as text, as a whole. */
export async function readJsonText(path: string): Promise<string> {
  if ((await stat(path)).size > MAX_BYTES) throw new FileFault('file.geojsonTooBig')
  return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
}

/** Whether a document says of itself that it is features. */
export async function isFeatures(path: string): Promise<boolean> {
  return /"type"\s*:\s*"FeatureCollection"/.test(await readJsonText(path))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new FileFault('file.notGeojson', 1, {}, { cause })
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
