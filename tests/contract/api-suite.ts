import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContext, type Context } from '#tests/conformance/context.ts'
import { dropReason, profiles, type Profile } from '#tests/conformance/profiles.ts'
import { findingText } from '#tests/conformance/report.ts'
import type { Api } from '#tests/conformance/rule.ts'
import { rules } from '#tests/conformance/rules.ts'
import { runRule } from '#tests/conformance/run.ts'

export interface ApiUnderTest extends Api {
  readonly close: () => Promise<void> | void
}

export interface ApiSuiteOptions {
  readonly profile?: Profile
}

/** The conformance rules, each as a test: what the client relies on, of any implementation of the API. */
export function apiSuite(name: string, start: () => Promise<ApiUnderTest>, { profile = profiles.live }: ApiSuiteOptions = {}): void {
  describe(name, () => {
    let api: ApiUnderTest
    let context: Context

    beforeAll(async () => {
      api = await start()
      context = createContext(api, profile)
    })
    afterAll(() => api.close())

    it.each(rules.filter((rule) => dropReason(rule, profile) === undefined))('$id $title', async (rule) => {
      const { findings, blocked } = await runRule(rule, context, profile)
      expect([...findings.map(findingText), ...(blocked === undefined ? [] : [blocked.message])]).toEqual([])
    })
  })
}
