import type { Capability, Rule } from './rule.ts'

export interface Profile {
  readonly id: 'live' | 'core' | 'static'
  readonly title: string
  /** What it does not offer, and so which rules do not apply, with the reason. */
  readonly lacks: Partial<Record<Capability, string>>
}

const STRICTER = '只问静态文件；这里由 http.tag、http.notModified、error.* 更严地检查'
const NO_DESCRIPTION = '接口描述由本仓库的 docs/openapi.json 给出，不要求另附'

export const profiles: Readonly<Record<Profile['id'], Profile>> = {
  live: {
    id: 'live',
    title: '完整接口：查询参数、版本、事件',
    lacks: { plainFiles: STRICTER }
  },
  core: {
    id: 'core',
    title: '核心接口：查询参数；没有版本，没有事件',
    lacks: {
      releases: '不保留历史版本，只有当前一版',
      events: '没有事件流，页面按间隔重新读取',
      publishing: '没有版本，也就没有发布前后之分',
      description: NO_DESCRIPTION,
      plainFiles: STRICTER
    }
  },
  static: {
    id: 'static',
    title: '静态文件：网页服务器上的 JSON 文件',
    lacks: {
      queries: '静态文件不看查询参数',
      problems: '出错页由网页服务器给出，只看状态码（见 files.missing）',
      tags: '标签和压缩由网页服务器决定，只要求能再验证（见 files.revalidate）',
      releases: '只有当前一版的文件',
      events: '没有事件流，页面按间隔重新读取',
      publishing: '没有版本，也就没有发布前后之分',
      description: NO_DESCRIPTION
    }
  }
}

export const isProfileId = (text: string): text is Profile['id'] => Object.hasOwn(profiles, text)

/** Why a rule does not apply in a profile; undefined when it does. */
export const dropReason = ({ needs }: Pick<Rule, 'needs'>, { lacks }: Profile): string | undefined => (needs === undefined ? undefined : lacks[needs])

/** The profiles a rule holds for. */
export const profilesOf = (rule: Pick<Rule, 'needs'>): Profile['id'][] =>
  Object.values(profiles).flatMap((profile) => (dropReason(rule, profile) === undefined ? [profile.id] : []))
