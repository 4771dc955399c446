import type { ReleaseFile } from '#server/data-dir/release-files.ts'
import { Failure } from '#server/messages/failure.ts'
import { digestOf, insertRelease } from './insert-release.ts'
import { digests, heads, removeAfter } from './queries.ts'
import type { Sql } from './sql.ts'

/** The database holds something else than the release files; the caller knows what to tell the operator. */
export class DatabaseDiffers extends Error {
  override name = 'DatabaseDiffers'
}

async function check(sql: Sql, files: readonly ReleaseFile[]): Promise<void> {
  const [rows, hashes] = [await heads(sql), await digests(sql)]
  for (const [index, { release, sha256, observations }] of rows.entries()) {
    const file = files[index]
    const same = file !== undefined && release === index + 1 && sha256 === file.sha256 && observations === file.content.changes.length
    if (!same || hashes[index]?.digest !== digestOf(file.content)) throw new DatabaseDiffers(`release ${release}`)
  }
}

/**
 * Makes the database follow the release files, which are the truth. One release too many was never acknowledged
 * and goes; more than one means that files are missing, and nothing is touched.
 */
export async function reconcile(sql: Sql, files: readonly ReleaseFile[]): Promise<void> {
  const held = (await heads(sql)).length
  if (held > files.length + 1) throw new Failure(`releases 文件夹只有 ${files.length} 个版本，数据库里却有 ${held} 个，请从备份恢复缺少的版本文件后再启动。`)
  if (held > files.length) await sql.transaction((inner) => removeAfter(inner, files.length))
  await check(sql, files)
  for (const { content, sha256 } of files.slice(held)) await sql.transaction((inner) => insertRelease(inner, content, sha256))
}
