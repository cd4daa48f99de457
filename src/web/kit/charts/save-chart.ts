// A chart taken away as a file, with a line that says where it comes from.

import { FONT } from './font.ts'

const SVG = 'http://www.w3.org/2000/svg'
const FOOT = 26
const TIMES = 3

/** @param svg drawn with attributes alone, so that it looks the same outside of the page. */
export function saveSvg(svg: SVGSVGElement, name: string, source: string): void {
  const { text } = withSource(svg, source)
  save(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`)
}

/** Three times the size it has on the screen, on white. */
export async function savePng(svg: SVGSVGElement, name: string, source: string): Promise<void> {
  const { text, width, height } = withSource(svg, source)
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  const image = new Image(width * TIMES, height * TIMES)
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * TIMES
  canvas.height = height * TIMES
  const draw = canvas.getContext('2d')!
  draw.fillStyle = '#FFFFFF'
  draw.fillRect(0, 0, canvas.width, canvas.height)
  draw.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(address)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob) save(blob, `${name}.png`)
}

function withSource(svg: SVGSVGElement, source: string): { text: string; width: number; height: number } {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const { x, y, width, height } = svg.viewBox.baseVal
  const total = height + FOOT
  copy.setAttribute('xmlns', SVG)
  copy.setAttribute('viewBox', `${x} ${y} ${width} ${total}`)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(total))
  copy.removeAttribute('class')
  const line = document.createElementNS(SVG, 'text')
  line.setAttribute('x', String(x + 4))
  line.setAttribute('y', String(y + total - 8))
  line.setAttribute('font-size', String(Math.min(10, (1.9 * width) / source.length)))
  line.setAttribute('font-family', FONT)
  line.setAttribute('fill', '#42524F')
  line.textContent = source
  copy.append(line)
  return { text: new XMLSerializer().serializeToString(copy), width, height: total }
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name.replace(/[\\/:*?"<>|]/g, '-')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
