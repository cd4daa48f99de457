// Reminders of duties as they arrive in somebody's mailbox, by a real mail server.

import assert from 'node:assert/strict'
import { beforeEach, describe, test } from 'node:test'
import { findAddresses } from '#platform/auth/contact.ts'
import { deliverMails } from '#platform/mail/deliver.ts'
import { type DutyHouse, dutyHouse, TASK } from '../../../../test/duty-house.ts'
import { openMailBox } from '../../../../test/mail-box.ts'
import { composeMails } from './compose.ts'

const box = await openMailBox()
beforeEach(() => {
  box.letters = []
})

async function mailHouse(): Promise<DutyHouse> {
  const house = await dutyHouse()
  const mail = { smtpUrl: box.smtpUrl, from: 'Sông Mã <songma@huyen.example>' }
  Object.assign(house, { config: { ...house.config, mail, publicUrl: 'https://songma.example' } })
  await house.as('officer').get('/api/v1/notices')
  const { id } = await house.accountOf('officer')
  await house.transact((tx) =>
    tx.updateTable('accounts').set({ email: 'nanghiu@huyen.example' }).where('id', '=', id).execute(),
  )
  return house
}

/** All that the jobs do at a moment, Vietnam's clock. */
async function runAt(house: DutyHouse, moment: string) {
  const now = new Date(`${moment}:00+07:00`)
  house.clock.now = now
  await house.tell()
  await house.remindDuties()
  await composeMails(house, now)
  await deliverMails(house, findAddresses, () => now)
}
const subjects = () => box.letters.map(({ subject }) => subject)

describe('a due day of a duty', () => {
  test('is in the mailbox three days before it and the day after it, with the way to the duty', async () => {
    await using house = await mailHouse()
    house.clock.now = new Date('2021-12-01T02:00:00Z')
    const issued = await house.issue()
    await runAt(house, '2021-12-01T09:00')
    assert.deepEqual(subjects(), [`Mới được giao: 12-KH/HU: ${TASK} · Xã Nà Nghịu`])

    await runAt(house, '2021-12-14T07:00')
    assert.equal(box.letters.length, 1)
    await runAt(house, '2021-12-15T07:00')
    await runAt(house, '2021-12-18T07:00')
    await runAt(house, '2021-12-19T07:00')
    await runAt(house, '2021-12-20T07:00')
    assert.deepEqual(subjects().slice(1), [
      `Sắp đến hạn: 12-KH/HU: ${TASK} · Xã Nà Nghịu`,
      `Quá hạn: 12-KH/HU: ${TASK} · Xã Nà Nghịu`,
    ])
    const link = `https://songma.example/app/duties/${house.occurrenceOf(issued, 'A')}`
    for (const letter of box.letters) {
      assert.match(JSON.stringify(letter.to), /nanghiu@huyen\.example/)
      assert.ok(letter.text!.includes(link), letter.text!)
      assert.ok(String(letter.html).includes(`href="${link}"`))
    }
    assert.match(box.letters[1]!.text!, /Hạn 18\/12\/2021/)
  })

  test('of several duties is one letter, with what is overdue first', async () => {
    await using house = await mailHouse()
    await house.issue({ task: 'Kế hoạch năm 2022', dueOn: '2021-12-18' })
    await house.issue({ task: 'Danh sách đăng ký nêu gương', dueOn: '2021-12-10' })
    house.clock.now = new Date('2021-12-16T02:00:00Z')
    await house.remindDuties()
    await composeMails(house, new Date('2021-12-17T00:00:00Z'))
    await deliverMails(house, findAddresses, () => new Date('2021-12-17T00:00:00Z'))
    assert.deepEqual(subjects(), ['Việc của bạn, 17/12/2021: 1 quá hạn, 1 sắp đến hạn'])
    assert.match(box.letters[0]!.text!, /Danh sách đăng ký nêu gương[\s\S]*Kế hoạch năm 2022/)
  })

  test('is told in a line, however long the task is, and in the language that was chosen', async () => {
    await using house = await mailHouse()
    await house.as('officer').put('/api/v1/notices/settings', { lang: 'en', ways: {} })
    await house.issue({ task: `${'rất dài\n'.repeat(60)}cuối` })
    await runAt(house, '2021-12-16T09:00')
    const [letter] = box.letters
    assert.equal(letter!.subject, 'Your work, 16/12/2021: 1 due soon, 1 newly assigned')
    assert.ok(letter!.text!.includes('rất dài rất dài') && !letter!.text!.includes('cuối'))
    assert.ok(Math.max(...letter!.text!.split('\n').map((line) => line.length)) < 200)
  })
})
