import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { type Received, receive, receiveWhole, type Whole } from '#platform/files/receive.ts'
import type { HttpRequest } from '#platform/http/endpoint.ts'
import { InputProblem } from '#platform/http/problems.ts'

/** Takes in the body of a request: the raw file, or the first file of a multipart form. In constant memory. */
export const receiveUpload = (http: HttpRequest): Promise<Received> => takeUpload(http, receive)

/** The same, for whoever reads the file as a whole. */
export const receiveWholeUpload = (http: HttpRequest): Promise<Whole> => takeUpload(http, receiveWhole)

type Take<T> = (source: { name: string; body: AsyncIterable<Uint8Array> }) => Promise<T>

async function takeUpload<T extends AsyncDisposable>(http: HttpRequest, take: Take<T>): Promise<T> {
  const type = http.header('content-type') ?? ''
  const body = http.body() ?? new Blob().stream()
  if (/^multipart\/form-data\b/i.test(type)) return receiveForm(body, type, take)
  return take({ name: 'upload', body })
}

/** The answer does not wait for the end of the form: a file that is refused half way is not read further. */
function receiveForm<T extends AsyncDisposable>(
  body: AsyncIterable<Uint8Array>,
  type: string,
  take: Take<T>,
): Promise<T> {
  const form = openForm(type)
  const first = Promise.withResolvers<T>()
  const seen = { file: false, fault: false }
  form.on('file', (_field, file, name) => {
    seen.file = true
    file.on('error', () => {}) // the form tells it too
    take({ name: name ?? 'upload', body: file }).then(
      (received) => (seen.fault ? received[Symbol.asyncDispose]() : first.resolve(received)),
      first.reject,
    )
  })
  const refuse = () => {
    seen.fault = true
    first.reject(InputProblem.malformed())
  }
  pipeline(Readable.from(body), form).then(() => seen.file || refuse(), refuse)
  return first.promise
}

function openForm(type: string): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits: { files: 1 } })
  } catch {
    throw InputProblem.malformed() // no boundary
  }
}
