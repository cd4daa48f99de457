// Mail goes to a real SMTP server in this process, and is read there as a mail program reads it.

import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import type { Config } from '#platform/config.ts'
import { openMailBox } from '../../../test/mail-box.ts'
import { type Scratch, scratchHouse } from '../../../test/scratch.ts'
import { deliverMails } from './deliver.ts'
import { countMails, enqueueMail, type MailDraft } from './store.ts'

const FROM = 'Sông Mã <songma@huyen.example>'
const BOOK = new Map<number, string>()
const addresses = async () => BOOK

const inbox = await openMailBox()
const { smtpUrl } = inbox

beforeEach(() => {
  inbox.letters = []
  inbox.refuse = undefined
  BOOK.clear()
})

const NOW = new Date('2021-12-16T00:00:00Z')
const clockAt = (minutes: number) => () => new Date(NOW.getTime() + minutes * 60_000)

async function house(url = smtpUrl) {
  const scratch = await scratchHouse()
  const { id: accountId } = await scratch.transact((tx) =>
    tx
      .insertInto('accounts')
      .values({ username: 'donvi.04198', password_hash: '', created_at: NOW })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  BOOK.set(accountId, 'nanghiu@huyen.example')
  const draft: MailDraft = {
    accountId,
    key: 'digest:1',
    subject: 'Bị trả lại: Cây ăn quả, năm 2021 – xã Nà Nghịu',
    text: 'Đối chiếu bản Nà Hin, bản Lươi.\nhttps://songma.example/app/',
    html: '<p>Đối chiếu bản Nà Hin, bản Lươi. <a href="https://songma.example/app/">Mở</a></p>',
  }
  const config: Config = { ...scratch.config, mail: { smtpUrl: url, from: FROM } }
  return Object.assign(scratch, { config, draft, accountId })
}
const send = (it: Scratch, minutes = 0) => deliverMails(it, addresses, clockAt(minutes))

describe('a waiting mail', () => {
  test('arrives with its marks, in both forms, from the sender that was set', async () => {
    await using it = await house()
    await it.transact((tx) => enqueueMail(tx, it.draft, NOW))
    assert.equal(await send(it), 1)
    const [letter] = inbox.letters
    assert.equal(letter!.subject, it.draft.subject)
    assert.equal(letter!.text?.trim(), it.draft.text)
    assert.equal(String(letter!.html).trim(), it.draft.html)
    assert.deepEqual(letter!.from?.value[0], { address: 'songma@huyen.example', name: 'Sông Mã' })
    assert.equal(letter!.headers.get('auto-submitted'), 'auto-generated')
    assert.match(letter!.messageId!, /^<\d+\.[0-9a-z]+@huyen\.example>$/)
  })

  test('goes once, however often its key is given and the queue is run', async () => {
    await using it = await house()
    const first = await it.transact((tx) => enqueueMail(tx, it.draft, NOW))
    const second = await it.transact((tx) => enqueueMail(tx, it.draft, NOW))
    assert.ok(first !== undefined && second === undefined)
    await send(it)
    assert.equal(await send(it, 600), 0)
    assert.equal(inbox.letters.length, 1)
  })

  test('leaves neither its text nor an address behind', async () => {
    await using it = await house()
    await it.transact((tx) => enqueueMail(tx, it.draft, NOW))
    await send(it)
    const row = await it.db.selectFrom('mails').selectAll().executeTakeFirstOrThrow()
    assert.equal(row.state, 'sent')
    assert.doesNotMatch(JSON.stringify(row), /nanghiu@|Nà Hin/)
  })

  test('waits while the server is away, and goes when it is back', async () => {
    await using it = await house('smtp://127.0.0.1:9')
    await it.transact((tx) => enqueueMail(tx, it.draft, NOW))
    assert.equal(await send(it), 0)
    it.config.mail!.smtpUrl = smtpUrl
    assert.equal(await send(it, 0.5), 0)
    assert.equal(await send(it, 1), 1)
    assert.equal(inbox.letters.length, 1)
  })

  test('to a mailbox that is refused is given up at once, with the code alone', async () => {
    await using it = await house()
    inbox.refuse = 550
    await it.transact((tx) => enqueueMail(tx, it.draft, NOW))
    await send(it)
    inbox.refuse = undefined
    assert.equal(await send(it, 600), 0)
    const row = await it.db.selectFrom('mails').selectAll().executeTakeFirstOrThrow()
    assert.deepEqual([row.state, row.fault], ['failed', '550'])
  })

  test('to somebody without an address is dropped', async () => {
    await using it = await house()
    BOOK.clear()
    await it.transact((tx) => enqueueMail(tx, it.draft, NOW))
    await send(it)
    assert.deepEqual(await countMails(it.db), { dropped: 1 })
  })
})

test('without a mail server nothing is tried', async () => {
  await using it = await house()
  await it.transact((tx) => enqueueMail(tx, it.draft, NOW))
  it.config.mail = null
  assert.equal(await send(it), 0)
  assert.deepEqual(await countMails(it.db), { waiting: 1 })
})
