import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { getFile } from '#platform/files/api.ts'
import { store } from '#web/sync/store.ts'
import { useRead } from '#web/sync/use-read.ts'

/** What is shown of a file. `picture` is an address to draw it from; null for what is no picture. */
export type FileAbout = { name: string; bytes: number; picture: string | null; isHere: boolean }

const LOCAL = /^local:/
export const isLocal = (id: string) => LOCAL.test(id)

/** @param known what an answer said of it already. Undefined while nothing is known yet. */
export function useFileAbout(
  id: string,
  known: { name: string; bytes: number; mediaType: string } | undefined,
): FileAbout | undefined {
  const local = useLocalFile(id)
  const { data } = useRead(getFile, { id }, { enabled: !known && !isLocal(id), offline: true })
  if (isLocal(id)) return local
  const about = known ?? data
  if (!about) return undefined
  const isPicture = about.mediaType?.startsWith('image/') ?? false
  const picture = isPicture ? `/api/v1/files/${id}/content?copy=small` : null
  return { name: about.name, bytes: about.bytes, picture, isHere: false }
}

/** One that is still on this device. */
function useLocalFile(id: string): FileAbout | undefined {
  const { data } = useQuery({
    queryKey: ['local file', id],
    enabled: isLocal(id),
    networkMode: 'always',
    gcTime: 0,
    queryFn: async () => {
      const file = await (await store()).get('files', id.replace(LOCAL, ''))
      if (!file) return null
      const isPicture = file.blob.type.startsWith('image/')
      const picture = isPicture ? URL.createObjectURL(file.blob) : null
      return { name: file.name, bytes: file.blob.size, picture, isHere: true }
    },
  })
  useEffect(() => {
    const picture = data?.picture
    return () => {
      if (picture) URL.revokeObjectURL(picture)
    }
  }, [data])
  return data ?? undefined
}
