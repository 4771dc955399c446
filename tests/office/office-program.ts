import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const MISSING = 'LibreOffice is not installed: apt-get install --no-install-recommends libreoffice-impress libreoffice-calc poppler-utils'

/**
 * 微软雅黑 is not on machines without Windows, and what LibreOffice puts in its place is another one for digits than for Chinese. Here one
 * face that is about as wide stands in for all of it, so that pages look about as Office shows them.
 */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  ${['微软雅黑', 'Microsoft YaHei']
    .map(
      (family) =>
        `<match target="pattern"><test name="family" qual="any"><string>${family}</string></test><edit name="family" mode="assign" binding="strong"><string>Noto Sans CJK SC</string></edit></match>`
    )
    .join('\n  ')}
</fontconfig>
`

function fontsIn(folder: string): NodeJS.ProcessEnv {
  const path = join(folder, 'fonts.conf')
  writeFileSync(path, FONTS)
  return { ...process.env, FONTCONFIG_FILE: path }
}

/**
 * The second library that reads decks and workbooks: LibreOffice's import, which shares nothing with what writes them. With the fonts
 * `other` 微软雅黑 is what a machine without it takes by itself, whose digits are wider: texts must have room for those too.
 */
export function convert(file: Uint8Array, name: string, to: 'pdf' | 'fodp' | 'fods', folder: string, fonts: 'about' | 'other' = 'about'): string {
  const work = mkdtempSync(join(tmpdir(), 'office-'))
  try {
    const source = join(work, `${name}.${to === 'fods' ? 'xlsx' : 'pptx'}`)
    writeFileSync(source, file)
    mkdirSync(folder, { recursive: true })
    execFileSync('soffice', [`-env:UserInstallation=file://${work}/profile`, '--headless', '--convert-to', to, '--outdir', folder, source], {
      stdio: 'ignore',
      env: fonts === 'about' ? fontsIn(work) : process.env,
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
