import { useNavigate } from '@tanstack/react-router'
import { keepPlace } from '../register/directive-link.tsx'

/** Opens a plan; unit and period stay in the address. */
export function useOpenPlan() {
  const go = useNavigate()
  return (id: string) => go({ to: '/plans/$id', params: { id }, search: keepPlace } as never)
}
