import type { SchemaModule } from '#platform/db'

const first = `
create table answer (
  request text constraint answer_pk primary key constraint answer_request_form check (request ~ '^[0-9]{14}$'),
  service text not null,
  edition text not null,
  -- The number of the chosen option of each question, from 1, in the order of the questionnaire.
  choices smallint[] not null constraint answer_choices check (cardinality(choices) > 0 and 0 < all (choices)),
  comment text constraint answer_comment_length check (length(comment) <= 2000),
  at timestamptz not null
);
create index answer_of_service on answer (service);
revoke update, delete, truncate on answer from qyzmet_app;
`

/** A passport shows the counts: counted with each answer, since counting all answers for each reader grows with them. */
const tally = `
create table tally (
  service text not null,
  -- How many questions the questionnaire has: editions may differ.
  questions smallint not null,
  question smallint not null,
  choice smallint not null,
  answers bigint not null,
  constraint tally_pk primary key (service, questions, question, choice)
);
insert into tally
select a.service, cardinality(a.choices), c.question, c.choice, count(*)
from answer a cross join lateral unnest(a.choices) with ordinality c (choice, question)
group by 1, 2, 3, 4;
drop index answer_of_service;
`

export const surveysSchema: SchemaModule = {
  schema: 'surveys',
  role: 'app',
  migrations: [
    { id: 1, name: 'answers', sql: first },
    { id: 2, name: 'tally', sql: tally },
  ],
}
