/**
 * The authority's own object identifiers. They have the shape of Kazakhstan's (1.2.398.3.3...), under an arc of one's own.
 */
export interface AuthorityOids {
  readonly policy: {
    readonly entitySign: string
    readonly personSign: string
    readonly personAuth: string
    readonly system: string
    readonly service: string
    readonly timeStamp: string
  }
  /** Who the holder is, as extended key usage. */
  readonly holder: {
    readonly person: string
    readonly entity: string
    readonly firstHead: string
    readonly rightToSign: string
    readonly official: string
    readonly informationSystem: string
    readonly seal: string
  }
}

/** Arc of the demonstration country: 2.25 and a UUID, which anybody may make (ITU-T X.667). */
export const DEMONSTRATION_ARC = '2.25.109807822324633434919587638009706217644'

/** The identifiers under an arc; a real authority gives the arc it was assigned. */
export function authorityOids(arc: string): AuthorityOids {
  const policy = `${arc}.3.3.2`
  const holder = `${arc}.3.3.4.1`
  return {
    policy: {
      entitySign: `${policy}.1`,
      personSign: `${policy}.3`,
      personAuth: `${policy}.4`,
      system: `${policy}.5`,
      service: `${policy}.7`,
      timeStamp: `${policy}.6.1`,
    },
    holder: {
      person: `${holder}.1`,
      entity: `${holder}.2`,
      firstHead: `${holder}.2.1`,
      rightToSign: `${holder}.2.2`,
      official: `${holder}.2.5`,
      informationSystem: `${holder}.2.6`,
      seal: `${holder}.2.7`,
    },
  }
}
