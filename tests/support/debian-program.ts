import { existsSync } from 'node:fs'

/** What the tests run that no package of npm brings: Debian's package, where it puts the program, and the variable that names another one. */
const PROGRAMS = {
  chromium: { from: 'chromium', path: '/usr/bin/chromium', variable: 'CHROMIUM' },
  firefox: { from: 'firefox-esr', path: '/usr/bin/firefox-esr', variable: 'FIREFOX' },
  nginx: { from: 'nginx', path: '/usr/sbin/nginx', variable: 'NGINX' },
  openpyxl: { from: 'python3-openpyxl', path: '/usr/lib/python3/dist-packages/openpyxl/__init__.py', variable: 'OPENPYXL' },
  pdftotext: { from: 'poppler-utils', path: '/usr/bin/pdftotext', variable: 'PDFTOTEXT' },
  pdffonts: { from: 'poppler-utils', path: '/usr/bin/pdffonts', variable: 'PDFFONTS' },
  pdftoppm: { from: 'poppler-utils', path: '/usr/bin/pdftoppm', variable: 'PDFTOPPM' },
  python: { from: 'python3', path: '/usr/bin/python3', variable: 'PYTHON' }
} as const

export type DebianProgram = keyof typeof PROGRAMS

export const debianPrograms = (): { readonly name: DebianProgram; readonly from: string }[] =>
  (Object.keys(PROGRAMS) as DebianProgram[]).map((name) => ({ name, from: PROGRAMS[name].from }))

/** The path of a program that tests run. @throws Error with one sentence that names the package to install. */
export function pathOf(name: DebianProgram): string {
  const { from, variable, path: usual } = PROGRAMS[name]
  const path = process.env[variable] ?? usual
  if (!existsSync(path)) throw new Error(`${path} 不存在：请安装 Debian 的 ${from} 软件包（apt-get install ${from}）`)
  return path
}
