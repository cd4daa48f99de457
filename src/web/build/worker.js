const CACHE = 'songma-__VERSION__'
const FILES = ['/app/', '/app/icon.svg', '/app/manifest.webmanifest', ...'__FILES__']

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  const forget = async () => {
    for (const name of await caches.keys())
      if (name.startsWith('songma-') && name !== CACHE) await caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(forget())
})

// The page itself: from the network while there is one, so that a new version arrives; else as it was kept
const page = async (request) => {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match('/app/')) ?? Response.error()
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith('/app/')) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})
