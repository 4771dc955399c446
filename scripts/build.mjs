/**
 * `npm run build` makes everything; `--stale` only what has changed, and `--stale server` only of that part.
 * Prints one line a part.
 */
import { buildClient } from './build-steps/build-client.mjs'
import { buildFonts, buildPictureFonts } from './build-steps/build-fonts.mjs'
import { buildServer } from './build-steps/build-server.mjs'
import { hashInputs, staleParts, stampPart } from './build-steps/stamp.mjs'

/* Whatever starts the build, such as a test, must not make it a development build. */
process.env.NODE_ENV = 'production'

const builders = { server: buildServer, client: buildClient, pictures: buildPictureFonts, fonts: buildFonts }
const names = { server: '服务端', client: '页面', pictures: '图片字体', fonts: '字体' }

async function buildPart(part) {
  const begun = performance.now()
  const hash = hashInputs(part)
  await builders[part]()
  stampPart(part, hash)
  console.log(`构建${names[part]}：${((performance.now() - begun) / 1000).toFixed(1)} 秒`)
}

const asked = process.argv.slice(2)
const onlyStale = asked.includes('--stale')
const chosen = asked.filter((name) => name in builders)
const wanted = chosen.length > 0 ? chosen : Object.keys(builders)

for (const part of onlyStale ? staleParts(wanted) : wanted) {
  try {
    await buildPart(part)
  } catch (error) {
    /* A broken pack stops the fonts first; the server then says what is wrong with it, so `start` goes on. */
    if (onlyStale && part === 'fonts') {
      console.error('字体没有更新，沿用已有的')
      continue
    }
    console.error(`构建${names[part]}失败：${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
}
process.exit(0)
