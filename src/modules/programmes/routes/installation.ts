import { isDemo } from '#platform/db/installation.ts'
import { type Endpoint, read } from '#platform/http/endpoint.ts'
import { showInstallation } from '../api/installation.ts'
import { listYears } from '../index.ts'

export const installationEndpoint: Endpoint = read(showInstallation, {
  access: 'signed-in',
  async handle({ db, today }) {
    const years = await listYears(db)
    return { demo: await isDemo(db), period: String(years.at(-1) ?? Number(today.slice(0, 4)) - 1) }
  },
})
