import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Instant } from '#core/kernel'
import type { AssetManifest } from '#platform/assets'
import type { Log } from '#platform/log'
import type { Problem } from './problem.ts'
import type { SessionView } from './session.ts'

export interface HttpSecrets {
  /** Signs cookies and form tokens; at least 32 characters, the same for all processes of a deployment. */
  readonly cookies: string
}

export interface HttpOptions {
  readonly log: Log
  readonly clock: () => Instant
  readonly secrets: HttpSecrets
  /** The address people use, `https://qyzmet.example`. With https come HSTS and `__Host-` cookies. */
  readonly publicUrl: string
  /** Where forms of pages that need `pay` may lead on to. */
  readonly bankOrigin?: string | undefined
  /** Whether `X-Forwarded-…` of the machine before us is believed. */
  readonly trustProxy?: boolean | undefined
  /** Served at `/assets/`; none in a process without pages. */
  readonly assets?: AssetManifest | undefined
  readonly sessionOf?: ((request: FastifyRequest) => Promise<SessionView | undefined>) | undefined
  readonly errorView?:
    | ((problem: Problem, request: FastifyRequest, reply: FastifyReply) => JSX.Element)
    | undefined
  /** What `/health` asks, by name; all must answer true. */
  readonly checks?: Readonly<Record<string, () => Promise<boolean>>> | undefined
  /** Requests of one address in a minute, over all routes. Default 600. */
  readonly requestsPerMinute?: number | undefined
  /** Bytes of a body that is no upload. Default 256 KiB. */
  readonly bodyBytes?: number | undefined
  readonly uploads?: UploadLimits | undefined
}

export interface UploadLimits {
  /** Bytes of one file. Default 10 MiB. */
  readonly fileBytes?: number | undefined
  /** Files of one request. Default 5. */
  readonly files?: number | undefined
}

export const isHttps = ({ publicUrl }: HttpOptions): boolean => publicUrl.startsWith('https:')
