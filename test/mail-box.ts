// A real mail server in the test's process; what it takes is read as a mail program reads it.

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after } from 'node:test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type MailBox = {
  smtpUrl: string
  letters: ParsedMail[]
  /** Refuses every recipient with this code until it is taken away. */
  refuse?: number | undefined
}

/** Listens on loopback until the test file ends. */
export async function openMailBox(): Promise<MailBox> {
  const box: MailBox = { smtpUrl: '', letters: [] }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      if (!box.refuse) return callback()
      callback(Object.assign(new Error(`${address} is not here`), { responseCode: box.refuse }))
    },
    onData(stream, _session, callback) {
      simpleParser(stream).then((letter) => {
        box.letters.push(letter)
        callback()
      }, callback)
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  after(() => server.close())
  box.smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return box
}
