import type { Permission } from '#platform/http/endpoint.ts'

/** Whether a role holds a permission: what roles may do is decided above this module. */
export type RoleMay = (role: string, permission: Permission) => boolean
