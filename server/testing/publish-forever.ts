/** For the kill -9 test: holds a folder, publishes without end and prints each release once it is acknowledged. */
import { openDataDir } from '#server/data-dir/open-data-dir.ts'
import { createPublisher } from '#server/release/publisher.ts'
import { tinyFigure, tinyPack } from './tiny-pack.ts'

const data = await openDataDir(process.argv[2] ?? '', 60)
if (data === undefined) throw new Error('the folder is held')
const publisher = createPublisher(data.store)
await publisher.installPack(tinyPack())
for (let count = 0; ; count += 1) {
  const { release } = await publisher.publish({ note: '连续发布', source: '测试', observations: [tinyFigure({ obsValue: String(count) })] })
  process.stdout.write(`${release}\n`)
}
