// Pictures drawn anew: upright, no larger than a screen needs, and without what a camera writes into them (where it
// was taken, when, by which device). The original keeps all that, for those who may see it.

import type { Sharp } from 'sharp'
import type { FileCopy } from '../api.ts'

/** A phone's camera makes 12 to 50; what unpacks to more is not worth the memory. */
export const MAX_MEGAPIXELS = 64
export const COPY_TYPE = 'image/webp'

const LONGEST_SIDE: Record<FileCopy, number> = { public: 2_048, small: 240 }
const QUALITY: Record<FileCopy, number> = { public: 80, small: 70 }

/** Pixels as the picture is to be seen; upright. */
export type PictureSize = { width: number; height: number }

/** The size that a picture says it has; null when it cannot be read. Reads no further than its head. */
export async function measurePicture(content: Uint8Array): Promise<PictureSize | null> {
  const sharp = await openSharp(content)
  return sharp.metadata().then(
    ({ autoOrient }) => autoOrient,
    () => null,
  )
}

export const isTooLarge = ({ width, height }: PictureSize): boolean =>
  width * height > MAX_MEGAPIXELS * 1_000_000

/** A copy as WebP, upright first and then without any of the camera's notes. Throws for a damaged picture. */
export async function drawCopy(content: Uint8Array, copy: FileCopy): Promise<Buffer> {
  const side = LONGEST_SIDE[copy]
  const sharp = await openSharp(content)
  return sharp
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: QUALITY[copy] })
    .toBuffer()
}

async function openSharp(content: Uint8Array): Promise<Sharp> {
  const { default: sharp } = await import('sharp') // a library that only pictures need
  return sharp(content, { limitInputPixels: MAX_MEGAPIXELS * 1_000_000, failOn: 'error' })
}
