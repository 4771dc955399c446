/** `npm run export:static -- DIR`: app and answers of a running server as plain files, for any web server. */
import { orderOf } from './static/arguments.ts'
import { exportStatic } from './static/write.ts'

try {
  const order = orderOf(process.argv.slice(2))
  const { release, scenes, answers, files } = await exportStatic(order)
  process.stdout.write(`已写入 ${order.folder}：第 ${release} 版，${scenes} 个场景，${answers} 份答复，${files} 个图片和文件。怎样使用见其中的 说明.txt\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
