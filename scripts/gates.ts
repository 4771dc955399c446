/** `npm run gates [-- --without requests,unused]`: the rules of the house that a number or a list decides. Prints one table. */
import { readFileSync } from 'node:fs'
import { readPack } from '#server/pack/read-pack.ts'
import { startApp } from '#tests/e2e/app.ts'
import { launch } from '#tests/e2e/browser.ts'
import { deniedGate } from './gates/denied-versions.ts'
import type { Gate } from './gates/gate.ts'
import { licencesGate } from './gates/licences.ts'
import { openApiGate } from './gates/open-api.ts'
import { requestsResult, requestsUntilPainted } from './gates/requests.ts'
import { reportGates } from './gates/report.ts'
import { answersGate, packRepository } from './gates/size-answers.ts'
import { embedGate } from './gates/size-embed.ts'
import { fontsGate } from './gates/size-fonts.ts'
import { javascriptGate } from './gates/size-javascript.ts'
import { unusedGate } from './gates/unused.ts'

const PACK = 'packs/quzhou'

async function requestsOfTheApp() {
  const app = await startApp()
  const browser = await launch()
  try {
    return requestsResult(await requestsUntilPainted(browser, app.url))
  } finally {
    await browser.close()
    await app.stop()
  }
}

const gates: readonly Gate[] = [
  { id: 'size.javascript', title: '首屏脚本', check: () => javascriptGate('dist/client') },
  { id: 'size.embed', title: '嵌入脚本（不压缩）', check: () => embedGate('dist/client') },
  { id: 'size.fonts', title: '字体', check: () => fontsGate('build/fonts') },
  { id: 'size.answers', title: '场景与边界的答复', check: async () => answersGate(await packRepository(await readPack(PACK))) },
  { id: 'requests', title: '首屏请求数（字体除外）', check: requestsOfTheApp },
  { id: 'unused', title: '没有用到的代码', check: () => unusedGate('.') },
  { id: 'openapi', title: '接口描述是新的', check: () => openApiGate(readFileSync('docs/openapi.json', 'utf8')) },
  { id: 'licences', title: '许可证', check: () => licencesGate('.') },
  { id: 'denied', title: '没有恶意或危险的版本', check: () => deniedGate(readFileSync('package-lock.json', 'utf8')) }
]

const without = new Set((process.argv[process.argv.indexOf('--without') + 1] ?? '').split(','))
const { text, ok } = await reportGates(gates.filter(({ id }) => !without.has(id)))
process.stdout.write(`${text}\n`)
process.exitCode = ok ? 0 : 1
