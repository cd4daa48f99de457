import { useState } from 'react'
import type { FilePosition } from '#platform/files/api.ts'

const PATIENCE_MS = 15_000
type Seeking = 'idle' | 'seeking' | 'refused'

/** Asks the device where it is; works without a network. `refused`: not allowed, or no answer in time. */
export function usePosition(onFound: (position: FilePosition) => void) {
  const [state, setState] = useState<Seeking>('idle')
  const seek = () => {
    if (!navigator.geolocation) return setState('refused')
    setState('seeking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        onFound({ lat: coords.latitude, lon: coords.longitude, accuracyM: Math.round(coords.accuracy) })
      },
      () => setState('refused'),
      { timeout: PATIENCE_MS, enableHighAccuracy: true },
    )
  }
  return { state, seek }
}
