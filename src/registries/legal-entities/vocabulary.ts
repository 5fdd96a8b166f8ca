import type { Bilingual, EntityParticulars, Participation } from '#core/contracts'

/** How certificates name what the tables keep as codes. */
export const REGISTRATION_KINDS: Readonly<
  Record<EntityParticulars['registration']['kind'], Bilingual>
> = {
  registration: { kk: 'бастапқы тіркеу', ru: 'первичная регистрация' },
  're-registration': { kk: 'қайта тіркеу', ru: 'перерегистрация' },
}

export const ROLES: Readonly<Record<Participation['role'], Bilingual>> = {
  founder: { kk: 'құрылтайшы (қатысушы)', ru: 'учредитель (участник)' },
  head: { kk: 'бірінші басшы', ru: 'первый руководитель' },
  'founder-and-head': {
    kk: 'құрылтайшы (қатысушы) және бірінші басшы',
    ru: 'учредитель (участник) и первый руководитель',
  },
}
