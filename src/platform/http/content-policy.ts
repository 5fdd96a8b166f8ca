/**
 * `wasm`: may compile WebAssembly (the QR reader); `signer`: may speak to a signing program on the person's own machine;
 * `pay`: a form of the page may lead on to the bank.
 */
export type ContentNeed = 'wasm' | 'signer' | 'pay'

const SIGNER = 'wss://127.0.0.1:13579'

/** The Content-Security-Policy: our own origin alone, no inline script or style, framed by nobody. */
export function contentPolicy(
  needs: readonly ContentNeed[],
  { https, bank }: { readonly https: boolean; readonly bank?: string | undefined },
): string {
  const pays = bank !== undefined && needs.includes('pay')
  const directives = [
    "default-src 'none'",
    `script-src 'self'${needs.includes('wasm') ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${needs.includes('signer') ? ` ${SIGNER}` : ''}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    `form-action 'self'${pays ? ` ${bank}` : ''}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ]
  return directives.join('; ')
}
