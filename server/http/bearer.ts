import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** What a request brings as a bearer token; empty without one. */
export const bearerOf = ({ headers }: FastifyRequest): string => /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''

/** Whether a request brings this token, found out in a time that tells nothing about it. */
export const bears = (request: FastifyRequest, token: string): boolean => timingSafeEqual(digest(bearerOf(request)), digest(token))
