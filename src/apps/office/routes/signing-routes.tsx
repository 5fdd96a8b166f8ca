import type { FastifyReply } from 'fastify'
import type { RequestDocument } from '#capabilities/cases'
import type { CodedError } from '#core/kernel'
import { formState } from '#platform/views'
import { signsRequest } from '../decision.ts'
import { officeErrors } from '../errors.ts'
import { CaseBack } from '../pages/case-page.tsx'
import { SignRequestPage } from '../pages/sign-request-page.tsx'
import { paths } from '../paths.ts'
import type { Routing } from '../routing.ts'
import { isSignature } from '../signature.ts'
import { type OnCase, onCase } from './case-routes.tsx'

interface Signing extends OnCase {
  readonly document: RequestDocument
}

/** The case while it waits for the official's signature of the request; else its present page. */
async function signing(
  on: OnCase,
  carryOn: (signing: Signing) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { deps, exchange, request } = on
  const { id, number } = request.state
  if (!signsRequest(request)) return exchange.redirect(paths.case(number))
  const document = await deps.cases.document(id, exchange.official)
  return document.ok
    ? carryOn({ ...on, document: document.value })
    : exchange.refuse(document.error)
}

async function signPage(
  { exchange, request, document }: Signing,
  errors: readonly CodedError[] = [],
): Promise<FastifyReply> {
  return exchange.page({
    title: exchange.t('sign-request.title'),
    failed: errors.length > 0,
    status: errors[0]?.status ?? 200,
    scripts: ['ui/sign.js'],
    before: <CaseBack view={exchange} />,
    content: (
      <SignRequestPage
        view={exchange}
        request={request}
        document={document}
        iin={exchange.official.id}
        form={formState({}, errors, exchange.lang)}
      />
    ),
  })
}

async function takeSignature(on: Signing): Promise<FastifyReply> {
  const { deps, exchange, request } = on
  const cms = exchange.field('cms')
  if (!isSignature(cms)) return signPage(on, [officeErrors.NO_SIGNATURE()])
  const signed = await deps.cases.sign({
    caseId: request.state.id,
    actor: exchange.official,
    cms: Buffer.from(cms, 'base64'),
    sha256: exchange.field('sha256'),
  })
  if (!signed.ok) return signPage(on, [signed.error])
  exchange.tell('told.request-signed')
  return exchange.redirect(paths.case(request.state.number))
}

/** A request taken in for a visitor is signed by the official who took it in, where the regulation says so. */
export function signingRoutes({ deps, getSeated, postSeated }: Routing): void {
  getSeated('/office/cases/:number/sign-request', (exchange) =>
    onCase(deps, exchange, (on) => signing(on, signPage)),
  )
  postSeated('/office/cases/:number/sign-request', (exchange) =>
    onCase(deps, exchange, (on) => signing(on, takeSignature)),
  )
}
