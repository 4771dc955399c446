import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const DEBIAN = '/usr/lib/postgresql'
const WANTED = '15'

export interface Account {
  readonly uid: number
  readonly gid: number
}

export interface PostgresPrograms {
  readonly folder: string
  /** Whom the server runs as where we are root, which it refuses to be. */
  readonly account: Account | undefined
}

const missing = (): Error => new Error('测试需要 PostgreSQL 的程序，请安装 Debian 软件包 postgresql-15。')

/** The version the product is tested with, or else the newest one there is. */
function findFolder(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((name) => existsSync(join(DEBIAN, name, 'bin/initdb'))) : []
  const version = versions.includes(WANTED) ? WANTED : versions.toSorted((a, b) => Number(b) - Number(a))[0]
  if (version === undefined) throw missing()
  return join(DEBIAN, version, 'bin')
}

/** Debian's package makes this account. */
function findAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const [, , uid, gid] =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith('postgres:'))
      ?.split(':') ?? []
  if (uid === undefined || gid === undefined) throw missing()
  return { uid: Number(uid), gid: Number(gid) }
}

/** @throws Error with one sentence that names the package to install. */
export const findPostgres = (): PostgresPrograms => ({ folder: findFolder(), account: findAccount() })

export function initCluster({ folder, account }: PostgresPrograms, data: string, user: string, passwordFile: string): void {
  const options = [
    '-D',
    data,
    '-U',
    user,
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
    '--no-instructions'
  ]
  execFileSync(join(folder, 'initdb'), options, { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'] }, cwd: '/', ...account })
}
