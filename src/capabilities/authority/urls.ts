/** Where the authority's services are, as certificates name them. */
export interface AuthorityUrls {
  /** Folder of the lists: `<crl>/issuing.crl`, `<crl>/root.crl`. */
  readonly crl: string
  readonly ocsp: string
  readonly tsa: string
  /** Folder of the authorities' certificates: `<aia>/issuing.cer`, `<aia>/root.cer`. */
  readonly aia: string
  /** The certification practice statement. */
  readonly cps?: string
}
