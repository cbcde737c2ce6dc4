import type { FastifyRequest } from 'fastify'
import { isJson } from './guard.ts'

/** Whether the asker is a program that wants JSON: it says so, or it sent some and wants no page. */
export function asJson(request: FastifyRequest): boolean {
  if (/\.json(\?|$)/.test(request.url)) return true
  const accept = request.headers.accept ?? ''
  const json = accept.indexOf('application/json')
  const page = accept.indexOf('text/html')
  if (json >= 0) return page < 0 || json < page
  return page < 0 && isJson(request)
}
