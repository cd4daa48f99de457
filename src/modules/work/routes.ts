import type { Endpoint } from '#platform/http/endpoint.ts'
import { noticeEndpoints } from './notices/routes.ts'

export const workEndpoints: Endpoint[] = [...noticeEndpoints]
