import type { FastifyInstance } from 'fastify'
import { codeOf, Failure, messageOf } from '#server/messages/failure.ts'

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: '已被其他程序占用，请换一个端口（环境变量 PORT）或先停掉那个程序',
  EACCES: '没有权限使用，请换一个 1024 以上的端口（环境变量 PORT）',
  EADDRNOTAVAIL: '不是本机的地址，请检查环境变量 HOST',
  ENOTFOUND: '无法解析，请检查环境变量 HOST'
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host)
/** An address to listen on is not always one to go to. */
const reachable = (host: string): string => (host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : bracketed(host))

/** Resolves to the address one reaches the server at. @throws Failure */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const reason = REASONS[codeOf(error) ?? ''] ?? `无法监听（${messageOf(error)}）`
    throw new Failure(`地址 ${bracketed(host)}:${port} ${reason}。`)
  }
  const address = app.server.address()
  return `http://${reachable(host)}:${typeof address === 'object' && address !== null ? address.port : port}`
}
