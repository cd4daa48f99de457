// Reads what new files of directives say, so that they are found by it. Reading takes its time: outside transactions.

import type { House } from '#platform/db/house.ts'
import { readWhole } from '#platform/files/kept/content.ts'
import { findFiles } from '#platform/files/kept/store.ts'
import { readText } from '#platform/files/text/read-text.ts'
import type { Job } from '#platform/jobs/job.ts'
import { listDirectiveFiles, listUnread, setFoundBy, setText } from '../store/directive-texts.ts'
import { takeDirective } from '../store/directives.ts'
import { foundBy } from './draft.ts'

const FILES_AT_ONCE = 10

export const readFilesJob: Job = { name: 'directive.read', when: { everySeconds: 20 }, run: readFiles }

/** Reads the newest files that nobody has read; a file of several directives once. */
export async function readFiles(house: House): Promise<void> {
  const unread = await listUnread(house.db, FILES_AT_ONCE)
  for (const fileId of new Set(unread.map((file) => file.fileId))) {
    const file = (await findFiles(house.db, [fileId])).get(fileId)
    const content = file && (await readWhole(house.db, fileId, 'original'))
    const text = content ? await readText({ content, mediaType: file.mediaType! }) : ''
    await house.transact(async (tx) => {
      for (const id of await setText(tx, fileId, text)) {
        const row = (await takeDirective(tx, id))!
        const texts = (await listDirectiveFiles(tx, id)).map((known) => known.text ?? '')
        await setFoundBy(tx, id, foundBy(row, texts))
      }
    })
  }
}
