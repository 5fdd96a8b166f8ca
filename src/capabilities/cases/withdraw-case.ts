import type { Actor, CaseState, Command } from '#core/engine'
import { ok, type Result } from '#core/kernel'
import type { CasesDeps } from './deps.ts'
import { runCommand } from './run-command.ts'
import { storable } from './typed-fields.ts'

/** The applicant takes an open request back, or drops a draft. Refusals: CASE_NOT_OPEN, CASE_FORBIDDEN. */
export const withdrawCase = (
  deps: CasesDeps,
  request: { caseId: string; actor: Actor; reason?: string },
): Promise<Result<CaseState>> =>
  runCommand(deps, {
    caseId: request.caseId,
    actor: request.actor,
    decide: () =>
      ok<Command>({
        do: 'withdraw',
        ...(request.reason === undefined ? {} : { reason: storable(request.reason) }),
      }),
  })
