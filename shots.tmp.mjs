import { chromium } from 'playwright-core'
const [base, scenes, sizes, theme = 'ink', extra = ''] = process.argv.slice(2)
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
for (const size of sizes.split(',')) {
  const [width, height] = size.split('x').map(Number)
  const page = await b.newPage({ viewport: { width, height } })
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log(m.text()))
  for (const s of scenes.split(',')) {
    await page.goto(`${base}/?scene=${s}&theme=${theme}${extra}`)
    try { await page.waitForSelector('html[data-ready="true"]', { timeout: 60000 }) } catch { console.log('not ready', s, size) }
    await page.waitForTimeout(300)
    await page.screenshot({ path: `/tmp/shots/${s}-${size}-${theme}.png`, fullPage: height > width })
  }
  await page.close()
}
await b.close()
