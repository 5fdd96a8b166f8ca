import fs from 'node:fs'
import path from 'node:path'
import { createLog } from '#platform/log'
import { createClock } from './clock.ts'
import type { Boundaries } from './boundaries.ts'
import type { Config } from './config.ts'
import { type DemonstrationAccount, demonstrationAccounts } from './demonstration.ts'
import { createDemonstrationCountry } from './demonstration-country.ts'
import { appointPersonas } from './demonstration-officials.ts'
import { mainErrors } from './errors.ts'
import { createPlatform, type Platform, type Progress } from './platform.ts'
import { Refused } from './refused.ts'

export interface Running {
  readonly platform: Platform
  /** Where the portal is reached. */
  readonly baseUrl: string
  readonly accounts: readonly DemonstrationAccount[]
  stop(): Promise<void>
}

async function listenAt(
  server: Platform['web'],
  { host, port, variable }: { host: string; port: number; variable: string },
): Promise<void> {
  try {
    await server.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new Refused(mainErrors.PORT_BUSY({ port, variable }))
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new Refused(mainErrors.PORT_FORBIDDEN({ port, host, variable }))
    throw error
  }
}

/** The bank first: whoever sees the portal can pay. */
async function listen({ web, bank }: Platform, { host, port, bankPort }: Config): Promise<void> {
  if (bank !== undefined)
    await listenAt(bank.app, { host, port: bankPort, variable: 'QYZMET_BANK_PORT' })
  await listenAt(web, { host, port, variable: 'QYZMET_PORT' })
}

/** Printed passwords, key files and a made-up authority are no beginning for the real thing. */
function refuseDemonstrationData({ mode, data }: Config): void {
  const folder = path.join(data, 'demonstration')
  if (mode === 'production' && fs.existsSync(folder))
    throw new Refused(mainErrors.DEMONSTRATION_DATA({ folder }))
}

function refuseUnpublished({ backend }: Platform): void {
  const { unpublished } = backend.regulations
  if (unpublished.length > 0)
    throw new Refused(mainErrors.NOT_PUBLISHED({ editions: unpublished.join(', ') }))
}

/**
 * Starts the whole platform in this process. Refusals are thrown as {@link Refused}: MAIN_PORT_BUSY,
 * MAIN_PORT_FORBIDDEN, DB_*, REGULATION_*.
 */
export async function startPlatform(
  config: Config,
  dist: string,
  progress: Progress,
  around?: Boundaries,
): Promise<Running> {
  refuseDemonstrationData(config)
  const clock = createClock(config.today)
  const log = createLog({ level: config.logLevel, pretty: false })
  const platform = await createPlatform({ config, dist, clock, log, progress, around })
  try {
    if (config.mode === 'production') {
      refuseUnpublished(platform)
      await listen(platform, config)
      return { platform, baseUrl: config.baseUrl, accounts: [], stop: () => platform.stop() }
    }
    const personas = await createDemonstrationCountry(platform, config, progress)
    await listen(platform, config)
    progress('accounts')
    const accounts = await demonstrationAccounts(platform, config, personas)
    await appointPersonas(platform.backend, config.root, personas)
    return { platform, baseUrl: config.baseUrl, accounts, stop: () => platform.stop() }
  } catch (error) {
    await platform.stop()
    throw error
  }
}
