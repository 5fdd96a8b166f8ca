import { it } from 'vitest'
import { startTestPlatform } from '../kit/platform.ts'
import { createVisitor } from '../../src/main/demo/visitor.ts'
import { signIn, order, fill, sign, numberOf, untilReady } from '../../src/main/demo/citizen.ts'
import { openKeyFile } from '#apps/portal'
import fs from 'node:fs'
it('x', async () => {
  const p = await startTestPlatform({ env: { QYZMET_LOG: 'debug' } })
  try {
    for (const variant of ['history', 'current']) {
      const a = p.accounts[0]!
      const v = createVisitor(p.baseUrl, 'kk')
      await signIn(v, a.number, a.password)
      const form = await order(v, 'justice.realty-absence')
      const page = await fill(v, form, { variant })
      const f = fs.readFileSync(a.keyFile)
      await sign(v, page, await openKeyFile(new Uint8Array(f).buffer, a.keyPassword))
      await untilReady(v, numberOf(form)).catch((e) => console.log(variant, String(e)))
    }
  } finally {
    await p.stop()
  }
})
