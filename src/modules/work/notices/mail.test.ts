// Notices as they arrive in somebody's mailbox, by a real mail server.

import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { findAddresses } from '#platform/auth/contact.ts'
import { deliverMails } from '#platform/mail/deliver.ts'
import { openMailBox } from '../../../../test/mail-box.ts'
import type { Persona } from '../../../../test/persona.ts'
import { cells, report, type WorkHouse, workHouse } from '../../../../test/work-house.ts'
import { composeMails } from './compose.ts'

const box = await openMailBox()
beforeEach(() => {
  box.letters = []
})

const ADDRESS = 'nanghiu@huyen.example'

async function mailHouse(persona: Persona): Promise<WorkHouse> {
  const house = await workHouse('2021-12-16T02:00:00Z')
  const mail = { smtpUrl: box.smtpUrl, from: 'Sông Mã <songma@huyen.example>' }
  Object.assign(house, { config: { ...house.config, mail, publicUrl: 'https://songma.example' } })
  for (const person of ['officer', 'verifier'] as const) await house.as(person).get('/api/v1/notices')
  const { id } = await house.accountOf(persona)
  await house.transact((tx) =>
    tx.updateTable('accounts').set({ email: ADDRESS }).where('id', '=', id).execute(),
  )
  return house
}

/** All that the job does at a moment of the day, Vietnam's clock. */
async function runAt(house: WorkHouse, clock: string) {
  const now = new Date(`2021-12-${clock}:00+07:00`)
  await house.tell()
  await composeMails(house, now)
  await deliverMails(house, findAddresses, () => now)
}
const returned = async (house: WorkHouse, reason: string) => {
  await house.as('officer').put(report(), { ...cells('888'), submit: true })
  await house.as('verifier').post(`${report()}/return`, { reason })
}
const REASON = '888 ha lệch 46 ha so với sổ <vùng trồng>. Đối chiếu bản Nà Hin, bản Lươi.'

describe('a return', () => {
  test('is in the mailbox at once: subject, reason and the way to the cell, as text and as HTML', async () => {
    await using house = await mailHouse('officer')
    await returned(house, REASON)
    await runAt(house, '16T09:01')
    const [letter] = box.letters
    assert.equal(box.letters.length, 1)
    assert.equal(letter!.subject, 'Bị trả lại: Cây ăn quả · Năm 2021 · Xã Nà Nghịu')
    assert.match(JSON.stringify(letter!.to), new RegExp(ADDRESS))
    const link = 'https://songma.example/app/reports/fruit?unit=A&period=2021'
    assert.ok(letter!.text!.includes(REASON) && letter!.text!.includes(link), letter!.text ?? '')
    const page = String(letter!.html)
    assert.ok(page.includes(`href="${link.replace('&', '&amp;')}"`), page)
    assert.ok(page.includes('&lt;vùng trồng&gt;') && !page.includes('<vùng'), page)
    assert.ok(page.includes('href="https://songma.example/app/notices"'), page)
  })

  test('and another within ten minutes wait for each other', async () => {
    await using house = await mailHouse('officer')
    await returned(house, 'một')
    await runAt(house, '16T09:01')
    await returned(house, 'hai')
    await returned(house, 'ba')
    await runAt(house, '16T09:05')
    assert.equal(box.letters.length, 1)
    await runAt(house, '16T09:12')
    assert.equal(box.letters.length, 2)
    assert.equal(box.letters[1]!.subject, 'Việc của bạn, 16/12/2021: 2 bị trả lại')
    assert.match(box.letters[1]!.text!, /“hai”[\s\S]*“ba”/)
  })

  test('that was read meanwhile is not mailed', async () => {
    await using house = await mailHouse('officer')
    await returned(house, 'x')
    await house.tell()
    await house.as('officer').post('/api/v1/notices/read', { upTo: '999999999' })
    await runAt(house, '16T09:01')
    assert.equal(box.letters.length, 0)
  })
})

describe('a digest', () => {
  test('brings what came in since the last one, at seven, once', async () => {
    await using house = await mailHouse('verifier')
    await house.as('officer').put(report(), { ...cells('888'), submit: true })
    await runAt(house, '17T06:30')
    assert.equal(box.letters.length, 0)
    await runAt(house, '17T07:00')
    await runAt(house, '17T12:00')
    assert.equal(box.letters.length, 1)
    assert.match(box.letters[0]!.subject!, /^Chờ kiểm tra: Cây ăn quả/)
    assert.match(box.letters[0]!.text!, /\/app\/check\?form=fruit&unit=A&period=2021/)
  })

  test('speaks the language that was chosen', async () => {
    await using house = await mailHouse('verifier')
    await house.as('verifier').put('/api/v1/notices/settings', { lang: 'en', ways: {} })
    await house.as('officer').put(report(), { ...cells('888'), submit: true })
    await runAt(house, '17T07:00')
    assert.equal(box.letters[0]!.subject, 'To be checked: Fruit trees · Year 2021 · Xã Nà Nghịu')
  })

  test('does not come for what is only wanted in the workspace, nor for news of last week', async () => {
    await using house = await mailHouse('verifier')
    await house.as('officer').put(report(), { ...cells('888'), submit: true })
    await house.tell()
    await runAt(house, '23T07:00')
    assert.equal(box.letters.length, 0)
  })
})

test('a mail knows no address once it has gone, and none is logged', async () => {
  await using house = await mailHouse('officer')
  await returned(house, 'x')
  await runAt(house, '16T09:01')
  const mails = await house.db.selectFrom('mails').selectAll().execute()
  assert.equal(mails.length, 1)
  assert.doesNotMatch(JSON.stringify([mails, house.log]), new RegExp(ADDRESS))
})
