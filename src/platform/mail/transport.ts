import { createTransport } from 'nodemailer'

/** A letter as the mail server takes it. `id` becomes the Message-ID: a letter that is sent twice can be told. */
export type Letter = { id: string; to: string; subject: string; text: string; html: string }

export type MailServer = {
  /** Resolves when the server has taken the letter; throws with its `responseCode`, or `code` when it is away. */
  send(letter: Letter): Promise<void>
  close(): void
}

const PATIENCE_MS = 15_000

/** @param smtpUrl `smtp://name:password@host:587` (upgrades to TLS when the server can) or `smtps://…:465`. */
export function openMailServer({ smtpUrl, from }: { smtpUrl: string; from: string }): MailServer {
  const patience = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
  }
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: 2, ...patience }, { from })
  return {
    async send({ id, to, subject, text, html }) {
      await transport.sendMail({
        messageId: `<${id}@${hostOf(from)}>`,
        to,
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => transport.close(),
  }
}

const hostOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'
