// Documents for tests: a PDF and a Word document with given words, and archives that may lie.

import { crc32 } from 'node:zlib'

export type Part = { name: string; content: Buffer; method?: 0 | 8; size?: number }

/** An archive of parts that are stored as they are; `method` 8 says that they are packed already. */
export function zipOf(parts: readonly Part[]): Buffer {
  const heads: Buffer[] = []
  const bodies: Buffer[] = []
  let at = 0
  for (const { name, content, method = 0, size = content.length } of parts) {
    const bytes = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(method, 4)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(content.length, 14)
    shared.writeUInt32LE(size, 18)
    shared.writeUInt16LE(bytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, bytes, content])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    heads.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, bytes]))
    bodies.push(local)
    at += local.length
  }
  const directory = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, directory, end])
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org'

/** Each text is a paragraph, the last one in a table. */
export function docxOf(texts: readonly string[]): Buffer {
  const paragraphs = texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
  const table = `<w:tbl><w:tr><w:tc>${paragraphs.pop()}</w:tc></w:tr></w:tbl>`
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}${table}</w:body></w:document>`,
  }
  return zipOf(
    Object.entries(parts).map(([name, content]) => ({ name, content: Buffer.from(XML + content) })),
  )
}

/** Each text is a page. Its letters are numbered, and a table says which letter a number means, as printers do it. */
export function pdfOf(texts: readonly string[]): Buffer {
  const letters = [...new Set(texts.join(''))]
  const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0')
  const coded = (text: string) => [...text].map((letter) => hex(letters.indexOf(letter) + 65, 2)).join('')
  const meant = letters.map((letter, n) => `<${hex(n + 65, 2)}> <${hex(letter.codePointAt(0)!, 4)}>`)
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange ${letters.length} beginbfchar ${meant.join('\n')} endbfchar endcmap end end`
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  const pages = texts.map((_, n) => `${4 + 2 * n} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages}] /Count ${texts.length} >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode ${4 + 2 * texts.length} 0 R >>`,
    ...texts.flatMap((text, n) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * n} 0 R >>`,
      stream(`BT /F1 12 Tf 72 720 Td <${coded(text)}> Tj ET`),
    ]),
    stream(map),
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, n) => {
    const at = file.length
    file += `${n + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const head = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`
  return Buffer.from(
    `${file}${head}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  )
}
