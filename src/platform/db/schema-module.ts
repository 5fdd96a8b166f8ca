/** One forward step of a schema. Published steps never change: their hash is kept and checked. */
export interface Migration {
  readonly id: number
  readonly name: string
  /** Runs in one transaction with `search_path` set to the schema. */
  readonly sql: string
}

export const DATABASE_ROLES = [
  'app',
  'gateway',
  'authority',
  'registry_persons',
  'registry_legal_entities',
  'registry_realty',
  'registry_civil_acts',
  'registry_notary',
  'registry_bank',
  'registry_land',
] as const
export type DatabaseRole = (typeof DATABASE_ROLES)[number]

/** The name of a role on the server: `qyzmet_app`. */
export const roleName = (role: DatabaseRole): `qyzmet_${DatabaseRole}` => `qyzmet_${role}`

/**
 * A schema and the only role that may work in it. The role gets select, insert, update and delete on tables as they are
 * created; a migration takes rights away again where a table is append-only (`revoke update, delete on ... from
 * qyzmet_<role>`). `grants` opens single tables to other roles, e.g. `insert on gateway.outbox`.
 */
export interface SchemaModule {
  readonly schema: string
  readonly role: DatabaseRole
  readonly migrations: readonly Migration[]
  readonly grants?: readonly { readonly role: DatabaseRole; readonly sql: string }[]
}

export type RolePasswords = Readonly<Record<DatabaseRole, string>>
