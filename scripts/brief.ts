/** `npm run brief -- --url http://127.0.0.1:8080 --scenes zonglan,huigui --out brief.pdf`: the pages of a briefing as PDF. */
import { orderOf } from './brief/arguments.ts'
import { printBrief } from './brief/print.ts'

try {
  const order = orderOf(process.argv.slice(2))
  const pages = await printBrief(order)
  process.stdout.write(`已写入 ${order.out}：${pages} 页\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
