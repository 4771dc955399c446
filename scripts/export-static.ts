/** `npm run export:static -- DIR`: app and answers of a running server as plain files, for any web server. */
import { orderOf } from './static/arguments.ts'
import { exportStatic } from './static/write.ts'

const MB = 1_000_000
const begun = performance.now()
const say = (line: string): void => void process.stdout.write(`${line}\n`)

try {
  const order = orderOf(process.argv.slice(2))
  const { release, scenes, answers, downloads, files, bytes, troubles } = await exportStatic(order, say)
  say(`已写入 ${order.folder}：第 ${release} 版，${scenes} 个场景，${answers} 份数据，${downloads.length} 个图片和文件`)
  say(`共 ${files} 个文件，${(bytes / MB).toFixed(1)} MB，用时 ${((performance.now() - begun) / 1_000).toFixed(1)} 秒。怎样使用见其中的 说明.txt`)
  for (const trouble of troubles) process.stderr.write(`注意，拷到 U 盘或 Windows 上会出问题。${trouble}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
