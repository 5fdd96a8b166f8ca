import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestPlatform, type TestPlatform } from '../kit/platform.ts'

let running: TestPlatform
beforeAll(async () => {
  running = await startTestPlatform({
    env: { QYZMET_MODE: 'production', QYZMET_BASE_URL: 'https://qyzmet.example' },
  })
})
afterAll(() => running?.stop())

const rows = async (role: 'app' | 'registry_persons', table: string) => {
  const { database } = running.platform
  return (await database.pool(role).query(`select 1 from ${table} limit 1`)).rowCount
}

describe('a platform in production', () => {
  it('makes no people, no accounts, no passwords and no key files', async () => {
    expect(running.accounts).toEqual([])
    expect(fs.existsSync(path.join(running.config.data, 'demonstration'))).toBe(false)
    expect(await rows('registry_persons', 'reg_persons.person')).toBe(0)
    expect(await rows('app', 'identity.account')).toBe(0)
  })

  it('keeps cookies to https and to this host, and tells browsers to come by https only', async () => {
    const page = await fetch(`http://127.0.0.1:${running.config.port}/sign-in`)
    expect(page.status).toBe(200)
    expect(page.headers.get('strict-transport-security')).toContain('max-age=31536000')
    const cookies = page.headers.getSetCookie()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-/)
      expect(cookie).toMatch(/; Secure/)
      expect(cookie).toMatch(/; HttpOnly/)
    }
  })
})
