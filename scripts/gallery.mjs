// `npm run gallery`: every panel kind over every fixture in every theme, live.
import { createServer } from 'vite'

const server = await createServer({ server: { port: Number(process.env.PORT || 5180) } })
await server.listen()
console.log(`面板图册 ${server.resolvedUrls?.local[0] ?? ''}tests/gallery/index.html`)
