import type { SchemaModule } from '#platform/db'

const answers = `
create table inquiries.answer (
  key text not null constraint answer_pk primary key,
  status text not null,
  body jsonb,
  answered_at timestamptz not null default clock_timestamp()
);
create index answer_age on inquiries.answer (answered_at);
`

export const inquiriesSchema: SchemaModule = {
  schema: 'inquiries',
  role: 'app',
  migrations: [{ id: 1, name: 'answers', sql: answers }],
}
