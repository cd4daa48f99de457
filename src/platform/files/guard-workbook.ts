import { open } from 'node:fs/promises'
import { FileFault } from './file-fault.ts'
import { readZipDirectory } from './read-zip-directory.ts'

const MB = 1024 * 1024
/** A full sheet of Excel (1,048,576 rows) with five short columns unpacks to about 250 MB. */
const MAX_UNPACKED_BYTES = 512 * MB
/** Parts other than sheets are read into memory as a whole: shared texts, styles. */
const MAX_PART_BYTES = 48 * MB
const MAX_PACKED_BYTES = 128 * MB

/**
 * Refuses what only looks like a workbook, and a small file that unpacks to a huge one. The sizes that an archive
 * declares can be trusted afterwards: the reader stops where a part grows beyond its own.
 *
 * @param most bytes after unpacking: fewer for whoever reads the workbook as a whole.
 * @throws FileFault
 */
export async function guardWorkbook(path: string, most = MAX_UNPACKED_BYTES): Promise<void> {
  const file = await open(path)
  try {
    if ((await file.stat()).size > MAX_PACKED_BYTES) throw new FileFault('file.workbookTooBig')
    const entries = await readZipDirectory(file)
    if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw new FileFault('file.notWorkbook')

    const total = entries.reduce((sum, { size }) => sum + size, 0)
    const bomb = entries.some(
      ({ name, size, packed }) =>
        (size === 0 && packed > 2) || (size > MAX_PART_BYTES && !name.startsWith('xl/worksheets/')),
    )
    if (bomb || total > most) throw new FileFault('file.workbookTooBig')
  } finally {
    await file.close()
  }
}
