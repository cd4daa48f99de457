// A network between the browser and the server that can be spoiled: the server gets every request, its answers may not
// come back. What a phone on a hill meets.

import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export type UnsteadyNetwork = {
  address: string
  /** `steady`; `cut`: nothing passes; `drops`: every second answer to a write is lost after the server has acted. */
  mode: 'steady' | 'cut' | 'drops'
  /** Answers that were lost so far. */
  lost: number
  close(): Promise<void>
}

export async function openNetwork(port: number): Promise<UnsteadyNetwork> {
  const state = { writes: 0 }
  const server = createServer((incoming, outgoing) => {
    if (network.mode === 'cut') {
      incoming.socket.destroy()
      return
    }
    const { method, url, headers } = incoming
    const isLost = network.mode === 'drops' && method !== 'GET' && state.writes++ % 2 === 0
    const onward = request({ port, method, path: url, headers }, (answer) => {
      if (isLost) {
        answer.resume().on('end', () => {
          network.lost += 1
          incoming.socket.destroy()
        })
        return
      }
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => incoming.socket.destroy())
    incoming.pipe(onward)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const network: UnsteadyNetwork = {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    mode: 'steady',
    lost: 0,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return network
}
