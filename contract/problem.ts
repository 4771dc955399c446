import * as z from 'zod/mini'

/** RFC 9457 problem details. */
export const ProblemDetails = z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.optional(z.string()) })
export type ProblemDetails = z.infer<typeof ProblemDetails>

/** An error that knows its HTTP status; both the server and the mocks answer it as problem+json. */
export class Problem extends Error {
  override name = 'Problem'
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail?: string
  ) {
    super(detail === undefined ? title : `${title}：${detail}`)
  }

  toDetails(): ProblemDetails {
    return { type: 'about:blank', title: this.title, status: this.status, ...(this.detail === undefined ? {} : { detail: this.detail }) }
  }
}

export const notFound = (what: string, which: string): Problem => new Problem(404, '没有这项资源', `${what} ${which}`)
export const badRequest = (detail: string): Problem => new Problem(400, '请求参数有误', detail)
