import { useQuery } from '@tanstack/react-query'

/** An address as a QR code, drawn on this device. `quiet` modules of white stand around it, as readers need. */
export function QrCode({ address }: { address: string }) {
  const { data } = useQuery({
    queryKey: ['qr', address],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: () => pathOf(address),
  })
  if (!data) return <svg viewBox="0 0 1 1" aria-hidden />
  return (
    <svg viewBox={`-2 -2 ${data.size + 4} ${data.size + 4}`} shapeRendering="crispEdges" aria-hidden>
      <path d={data.path} fill="#000" />
    </svg>
  )
}

async function pathOf(address: string): Promise<{ size: number; path: string }> {
  const { create } = await import('qrcode')
  const { size, data } = create(address, { errorCorrectionLevel: 'M' }).modules
  const squares = [...data].flatMap((dark, n) =>
    dark ? [`M${n % size} ${Math.floor(n / size)}h1v1h-1z`] : [],
  )
  return { size, path: squares.join('') }
}
