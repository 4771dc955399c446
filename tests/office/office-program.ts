import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const MISSING = 'LibreOffice is not installed: apt-get install --no-install-recommends libreoffice-impress libreoffice-calc poppler-utils'

/** The second library that reads decks and workbooks: LibreOffice's import, which shares nothing with what writes them. */
export function convert(file: Uint8Array, name: string, to: 'pdf' | 'fodp' | 'fods', folder: string): string {
  const work = mkdtempSync(join(tmpdir(), 'office-'))
  try {
    const source = join(work, `${name}.${to === 'fods' ? 'xlsx' : 'pptx'}`)
    writeFileSync(source, file)
    mkdirSync(folder, { recursive: true })
    execFileSync('soffice', [`-env:UserInstallation=file://${work}/profile`, '--headless', '--convert-to', to, '--outdir', folder, source], {
      stdio: 'ignore',
      timeout: 240_000
    })
  } catch (error) {
    throw error instanceof Error && 'code' in error && error.code === 'ENOENT' ? new Error(MISSING, { cause: error }) : error
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return join(folder, `${basename(name)}.${to}`)
}

/** The text of each page of a PDF. */
export const pagesOf = (pdf: string): string[] =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 64e6 }).split('\f').slice(0, -1)

/** Pages as pictures, to be looked at. */
export const keepPages = (pdf: string): void => void execFileSync('pdftoppm', ['-r', '60', '-png', pdf, pdf.replace(/\.pdf$/, '')])
