import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { docxOf, pdfOf, zipOf } from '../../../../test/document.ts'
import { isSoundDocument } from './guard-document.ts'
import { readText } from './read-text.ts'

const PDF = 'application/pdf'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

test('a Word document is read, tables and decomposed letters too', async () => {
  const content = docxOf(['Kết luận số 01-KL/TW', 'Học tập và làm theo'.normalize('NFD')])
  const text = await readText({ content, mediaType: WORD })
  assert.match(text, /Kết luận số 01-KL\/TW\s+Học tập và làm theo/)
})

test('a PDF is read, page by page, by what its letters mean', async () => {
  const text = await readText({ content: pdfOf(['Học tập', 'trang hai']), mediaType: PDF })
  assert.match(text, /^Học tập\s+trang hai$/)
})

test('what is broken, of another kind, or takes too long says nothing', async () => {
  const nothing = [
    { content: Buffer.from('%PDF-1.4 broken'), mediaType: PDF },
    { content: Buffer.from('PK broken'), mediaType: WORD },
    { content: pdfOf(['x']), mediaType: 'image/png' },
  ]
  for (const reading of nothing) assert.equal(await readText(reading), '')
  assert.equal(await readText({ content: pdfOf(['x']), mediaType: PDF }, 1), '')
})

test('a small file that unpacks to a huge one is not unpacked, whatever it says of its size', async () => {
  const huge = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 32))
  const bomb = zipOf([{ name: 'word/document.xml', content: huge, method: 8, size: 100 }])
  await assert.rejects(isSoundDocument(bomb))
  assert.equal(await readText({ content: bomb, mediaType: WORD }), '')
})
